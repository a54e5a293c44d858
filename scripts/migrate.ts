import { renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { migrate, stepsBetween, versionOfTree } from "../src/migrate/migrate.ts";
import { unifiedDiff } from "../src/read/git/unified-diff.ts";
import { readTree } from "../src/read/tree.ts";
import { schemaVersion } from "../src/schemas/data/schema-version.ts";
import { command, WrongCall } from "./command.ts";

/** The version that is wanted: the engine's own, or an older one to go back to. */
function wantedVersion(said: string | undefined): number {
  if (said === undefined) return schemaVersion;
  const version = Number(said);
  if (Number.isInteger(version) && version >= 1 && version <= schemaVersion) return version;
  throw new WrongCall(
    `Після --to має стояти номер версії схеми від 1 до ${schemaVersion}: новішої цей рушій не знає.`,
  );
}

await command(
  {
    about: `Переписує описи порталу за версією ${schemaVersion} схеми, яку читає цей рушій, або повертає попередню. Змінюється лише те, що мусить: примітки, порядок і лапки лишаються.`,
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      to: {
        type: "string",
        value: "ВЕРСІЯ",
        about: "до якої версії схеми; старша — щоб повернутися до попереднього рушія",
      },
      "dry-run": { type: "boolean", about: "лише показати, що зміниться, і нічого не записувати" },
    },
  },
  ({ values }) => {
    const root = resolve(values.root);
    const tree = readTree(root);
    const from = versionOfTree(tree);
    if (from === undefined)
      throw new WrongCall(
        `У теці ${root} немає файлу data/portal.yaml: вкажіть теку порталу, --root ТЕКА.`,
      );
    const to = wantedVersion(values.to);
    if (from > schemaVersion)
      throw new WrongCall(
        `Портал описано за версією ${from} схеми, а рушій знає лише до ${schemaVersion}: оновіть рушій. Повернути старшу версію вміє той рушій, що її записав.`,
      );
    if (from === to) {
      process.stdout.write(`Портал уже описано за версією ${to} схеми: змінювати нічого.\n`);
      return;
    }
    const files = migrate(tree, to);
    if (values["dry-run"]) {
      process.stdout.write(unifiedDiff(files));
      return;
    }
    for (const { path, after } of files) {
      // Written beside and renamed: a file that is there is whole.
      writeFileSync(join(root, `${path}.tmp`), after);
      renameSync(join(root, `${path}.tmp`), join(root, path));
    }
    const back = from > to;
    process.stdout.write(
      [
        `Описи порталу переписано з версії ${from} схеми на ${to}. Змінено файлів — ${files.length}:`,
        ...files.map(({ path }) => `  ${path}`),
        ...stepsBetween(from, to).map(({ about }) => (back ? `Скасовано: ${about}` : about)),
        back
          ? "Далі: поверніть у package.json попередню версію рушія (open-data-portal) і виконайте npm install."
          : "Далі: npm run validate, а потім збережіть зміни комітом.",
        "",
      ].join("\n"),
    );
  },
);
