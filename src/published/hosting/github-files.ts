import { stringify } from "yaml";
import type { Catalogue } from "../../model/catalogue.ts";
import { codeFolders } from "../../vocabularies/code-folders.ts";

const head = "# Складено командою npm run github-files з data/; руками не правлять.\n";

/**
 * .github/CODEOWNERS: who must approve what, by the owners in data/. Later lines win, so the whole stands first
 * (https://docs.github.com/repositories, «About code owners»).
 */
export function renderCodeOwners({ portal, publishers, datasets }: Catalogue): string {
  const line = (path: string, owners: readonly string[]) =>
    owners.length === 0 ? [] : [`${path} ${owners.join(" ")}`];
  const lines = [
    ...line("*", portal.maintainers),
    ...[...publishers]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, owners }) => line(`/data/publishers/${id}.yaml`, owners)),
    ...[...datasets]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, publisher }) => line(`/data/datasets/${id}/`, publisher.owners)),
    // What checks, builds and publishes everything else: named by itself, last, so that no line before can loosen it.
    ...codeFolders.flatMap((folder) => line(`/${folder}/`, portal.maintainers)),
  ];
  const nobody =
    portal.maintainers.length > 0
      ? ""
      : `# За ${codeFolders.join("/, ")}/ ніхто не відповідає: допишіть maintainers у data/portal.yaml.\n`;
  return `${head}${nobody}${lines.map((one) => `${one}\n`).join("")}`;
}

/** .github/ISSUE_TEMPLATE/config.yml: no blank issues; what names people goes by letter, never into a public form. */
export const renderIssueConfig = ({ portal }: Catalogue): string =>
  head +
  stringify(
    {
      blank_issues_enabled: false,
      contact_links: [
        {
          name: "У наборі є персональні дані",
          url: `${portal.site}/requests/#personal`,
          about: "Не пишіть про це тут — звернення бачать усі. Напишіть листа, і файл приберуть.",
        },
        {
          name: "Вразливість порталу",
          url: `${portal.site}/.well-known/security.txt`,
          about: "Кому писати, сказано в цьому файлі.",
        },
      ],
    },
    { lineWidth: 0 },
  );
