import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dictionaries } from "../i18n/translate.ts";
import { jsonSchemas, renderJsonSchema } from "../schemas/json.ts";
import { project } from "./fixtures/built-site.ts";

test("the JSON Schemas beside the code are fresh (npm run schemas)", () => {
  for (const name of Object.keys(jsonSchemas))
    expect(readFileSync(join(project, `src/schemas/json/${name}.schema.json`), "utf8")).toBe(
      renderJsonSchema(name),
    );
});

test("both languages have the same sentences", () => {
  expect(Object.keys(dictionaries.en)).toEqual(Object.keys(dictionaries.uk));
});

test("every npm command in README exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const named = [
    ...readFileSync(join(project, "README.md"), "utf8").matchAll(
      /npm run (?:-s |--silent )?([a-z-]+)/g,
    ),
  ].map(([, name]) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
});

test("nobody is told that a change with errors cannot come in, unless it is said where that is so", () => {
  for (const guide of ["../README.md", "CONTRIBUTING.md", "operations.md"]) {
    const text = readFileSync(join(project, ".github", guide), "utf8");
    expect(text, guide).not.toMatch(/не пропустить без|схвалити зміну з помилками не можна/);
    expect(text, guide).toMatch(/обов’язковою \(\[`?(\.github\/)?hosting\.md/);
  }
});

test("a command whose words go into a file is run so that npm adds none of its own", () => {
  const redirected = ["README.md", ".github/hosting.md", ".github/large-tables.md"].flatMap(
    (guide) =>
      readFileSync(join(project, guide), "utf8").match(/npm run [^`\n]*[^-<]> ?[\w./]+/g) ?? [],
  );
  expect(redirected.length).toBeGreaterThan(2);
  expect(redirected.filter((line) => !line.startsWith("npm run -s "))).toEqual([]);
});

/** The name GitHub gives a heading for links. */
const placeOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

test("the guides name commands that are there and pictures that can be seen", () => {
  const folder = join(project, ".github");
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  for (const guide of [
    "CONTRIBUTING.md",
    "takedown.md",
    "SECURITY.md",
    "hosting.md",
    "operations.md",
  ]) {
    const text = readFileSync(join(folder, guide), "utf8");
    const called = [...text.matchAll(/npm run (?:-s |--silent )?([a-z-]+)/g)].map(
      ([, name]) => name ?? "",
    );
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const local = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    const places = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => placeOf(heading));
    expect(
      local
        .filter(([, path = "", place]) =>
          path === "" ? !places.includes(place ?? "") : !existsSync(join(folder, path)),
        )
        .map(([link]) => link),
    ).toEqual([]);
  }
});
