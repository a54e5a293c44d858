import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./files.ts";
import type { Trial } from "./trial.ts";
import type { Place } from "./workplace.ts";

const letter = (path: string): string => {
  writeFileSync(path, "a letter");
  return path;
};
const refused = /^Сайт не можна записати в .+ Вкажіть іншу теку/m;

/** A build sent to a place that is not its own. */
const to = (name: string, out: (place: Place) => string, more: Partial<Trial> = {}): Trial => ({
  name: `build --out ${name}`,
  args: (place) => ["--root", place.portal, "--out", out(place)],
  says: refused,
  ...more,
});

/** Commands that write where something is. */
export const outTrials: Trial[] = [
  to("the portal itself", ({ portal }) => portal),
  to("a folder above the portal", ({ folder }) => folder),
  to("the portal's data", ({ portal }) => join(portal, "data")),
  to("a new folder in its data", ({ portal }) => join(portal, "data/datasets/site")),
  to("the portal's content", ({ portal }) => join(portal, "content")),
  to("the repository", ({ portal }) => join(portal, ".git")),
  to("the code's sources", ({ house }) => join(house, "src")),
  to("the code", ({ house }) => house),
  to("/", () => "/"),
  to("/proc/x", () => "/proc/x"),
  to("a file", ({ folder }) => letter(join(folder, "file"))),
  to("a folder with a letter in it", ({ folder }) => {
    mkdirSync(join(folder, "letters"));
    letter(join(folder, "letters/letter.txt"));
    return join(folder, "letters");
  }),
  to("a link to the portal", ({ folder, portal }) => {
    symlinkSync(portal, join(folder, "link"));
    return join(folder, "link");
  }),
  to("a way through a link into data", ({ folder, portal }) => {
    symlinkSync(portal, join(folder, "link"));
    return join(folder, "link/data");
  }),
  to("an empty home", ({ folder }) => join(folder, "home"), {
    make({ folder }) {
      mkdirSync(join(folder, "home"));
      return undefined;
    },
    env: ({ folder }) => ({ HOME: join(folder, "home") }),
  }),
  to("a site that is a checkout", ({ site }) => site, {
    make({ site }) {
      tool("git", "-C", site, "init", "-q");
      return undefined;
    },
  }),
  {
    name: "table --out a file that is there",
    script: "table",
    args: ({ portal, folder }) => [
      join(portal, "data/datasets/stops-1/stops.csv"),
      "--out",
      letter(join(folder, "clean.csv")),
    ],
    says: /уже є, і його не змінено/,
  },
  {
    name: "table --out a link to nothing",
    script: "table",
    args({ portal, folder }) {
      symlinkSync(join(folder, "nowhere"), join(folder, "clean.csv"));
      return [join(portal, "data/datasets/stops-1/stops.csv"), "--out", join(folder, "clean.csv")];
    },
    says: /уже є, і його не змінено/,
  },
  {
    name: "import-ckan --out a file, from a portal that is away",
    script: "import-ckan",
    args: ({ folder }) => ["--url", "http://127.0.0.1:9", "--out", letter(join(folder, "file"))],
    codes: [1, 2],
    says: /[А-ЯІЇЄҐ]/,
  },
  {
    name: "new-dataset where the set is there",
    script: "new-dataset",
    args: ({ portal }) => ["--root", portal, "stops-1"],
    codes: [1],
    says: /уже є/,
  },
  {
    name: "rating --freeze over a link to nothing",
    script: "rating",
    make({ portal, folder }) {
      mkdirSync(join(portal, "data/registers/ratings"), { recursive: true });
      symlinkSync(join(folder, "nowhere"), join(portal, "data/registers/ratings/2026.yaml"));
      return undefined;
    },
    args: ({ portal }) => ["--root", portal, "--freeze", "2026"],
    says: /уже/,
  },
];
