import { resolve } from "node:path";
import { printable, withoutCommands } from "../src/model/reports/finding.ts";
import { engine } from "../src/read/disk/engine.ts";
import { openFetchedFiles } from "../src/read/disk/fetched-files.ts";
import { readGitTree } from "../src/read/git/git-tree.ts";
import { readRepository } from "../src/read/repository.ts";
import { readTree } from "../src/read/tree.ts";
import { fetchPinned, NotFetched } from "../src/remote/pinned-file.ts";
import { openReach } from "../src/remote/reach.ts";
import { largestPinned, type PinnedFile, pinnedFile } from "../src/schemas/data/pinned.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

/** A stranger's words as a log may hold them. */
const inLog = (text: string): string => withoutCommands(printable(text));

await command(
  {
    about:
      "Завантажує файли, які лежать на інших серверах, а їхній розмір і SHA-256 стоять у паспортах.",
    positionals: "[НАБІР…]",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      at: { type: "string", value: "КОМІТ", about: "за паспортами коміту, а не теки" },
      ...loopbackOption,
    },
    code1: "якийсь файл не такий, як сказано в паспорті, або його там немає",
  },
  async ({ values, positionals }) => {
    const root = resolve(values.root);
    const tree = values.at === undefined ? readTree(root) : readGitTree(root, values.at);
    if (!tree) throw new WrongCall(`Немає коміту ${values.at}.`);
    // Passports alone: whatever else is wrong in the portal is told by npm run validate.
    const { datasets } = readRepository(
      new Map([...tree].filter(([path]) => path.endsWith("/datapackage.yaml"))),
    );
    const unknown = positionals.filter((id) => !datasets.some((dataset) => dataset.id === id));
    if (unknown.length > 0)
      throw new WrongCall(
        `Немає набору: ${unknown.join(", ")}. Набір називають його текою в data/datasets.`,
      );
    const wanted = datasets
      .filter(({ id }) => positionals.length === 0 || positionals.includes(id))
      .flatMap(({ id, value }) =>
        value.resources.flatMap((resource): (PinnedFile & { set: string })[] => {
          const pinned = pinnedFile(resource);
          return pinned ? [{ ...pinned, set: id }] : [];
        }),
      );
    const { find, keep } = openFetchedFiles(engine);
    const ask = openReach({ allowLoopback: values["allow-loopback"], most: largestPinned });
    let fetched = 0;
    const missed: NotFetched[] = [];
    for (const file of wanted) {
      if (find(file)) continue;
      try {
        await fetchPinned(file, { fetch: ask, keep });
        fetched++;
        process.stdout.write(`✓ ${file.set}: ${inLog(file.url)}\n`);
      } catch (error) {
        if (!(error instanceof NotFetched)) throw error;
        missed.push(error);
        process.stderr.write(
          `Файл ${inLog(file.url)} (набір ${file.set}) не взято: ${inLog(error.message)}.\n`,
        );
      }
    }
    process.stdout.write(
      `Файлів на інших серверах — ${wanted.length}: завантажено — ${fetched}, уже були — ${wanted.length - fetched - missed.length}, не взято — ${missed.length}.\n`,
    );
    if (missed.length > 0) process.exitCode = missed.some(({ wrong }) => wrong) ? 1 : 2;
  },
);
