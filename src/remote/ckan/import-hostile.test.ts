import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeRecord } from "../../test/fixtures/ckan-record.ts";
import { closedAfterEach } from "../../test/fixtures/ckan-stand-in.ts";
import { openReach } from "../reach.ts";
import { openCkan } from "./client.ts";
import { importCkan } from "./import.ts";
import { importPackage } from "./import-package.ts";

const standIn = closedAfterEach();
type Package = NonNullable<NonNullable<Parameters<typeof standIn>[0]>["packages"]>[number];

const context = {
  portal: "https://data.example.gov.ua",
  day: "2026-11-30",
  mailDomains: ["example.gov.ua"],
  places: new Set<string>(),
  taken: new Set<string>(),
};

/** What is told of one field of a package that is whole but for a change: value and note. */
const told = (change: Record<string, unknown>, field: string) =>
  importPackage({ ...wholeRecord, ...change }, context)
    .gaps.filter((gap) => gap.field === field)
    .map(({ value, note }) => `${value}: ${note}`);

/** Words that every object of JavaScript answers to. */
const inherited = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

test.each(inherited)(
  "a stranger's word «%s» is a word nobody knows, wherever it stands",
  (word) => {
    const { descriptor, gaps } = importPackage(
      {
        ...wholeRecord,
        groups: [{ name: word }],
        update_frequency: word,
        license_id: word,
        language: [word],
        title: { [word]: "Назва" },
        keywords: { [word]: ["слово"] },
        resources: [{ name: "Файл", url: `https://${word}/a.csv`, format: word, mimetype: word }],
      },
      context,
    );
    expect(gaps.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["themes", "frequency", "licenses", "language", "resources"]),
    );
    expect([descriptor.themes, descriptor.frequency, descriptor.licenses]).toEqual([
      [],
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(descriptor)).not.toMatch(/native code/);
  },
);

const unread = "Не прочитано: тут мав бути запис. Пропущено.";
const unlisted = "Не прочитано: тут мав бути перелік. Пропущено.";
test.each<[situation: string, change: Record<string, unknown>, field: string, notes: string[]]>([
  [
    "nothing among the extras",
    { extras: [null, ...wholeRecord.extras] },
    "extras",
    [`null: ${unread}`],
  ],
  ["nothing among the tags", { tags: [null, { name: "зупинки" }] }, "tags", [`null: ${unread}`]],
  ["a list among the groups", { groups: [["transport"]] }, "groups", [`["transport"]: ${unread}`]],
  [
    "a word among the files",
    { resources: ["a.csv"] },
    "resources",
    [`a.csv: ${unread}`, ": Файлів у записі немає."],
  ],
  ["a map in place of the extras", { extras: { a: 1 } }, "extras", [`{"a":1}: ${unlisted}`]],
  [
    "a number for an organisation",
    { organization: 7 },
    "organization",
    ["7: Не прочитано: тут мав бути запис. Пропущено."],
  ],
])("%s is told, and the rest is carried over", (_, change, field, notes) => {
  expect(told(change, field)).toEqual(notes);
});

test("whatever a field is, a package becomes a set or says what was left out", () => {
  const fields = fc.constantFrom(
    ...Object.keys(wholeRecord),
    ...["author", "theme", "temporal", "description", "keywords", "license_url", "identifier"],
  );
  const key = fc.constantFrom("name", "key", "value", "title", "uk", "url", "format", "__proto__");
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(null, true, "", -0, 1e300, "\ud800", "2099-12-31", ...inherited),
      fc.string({ unit: "binary" }),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(key, tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(fields, value, { minKeys: 1, maxKeys: 5 }), (change) => {
      const { id, descriptor } = importPackage({ ...wholeRecord, ...change }, context);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(descriptor.title).toEqual(expect.any(String));
    }),
    { numRuns: 400 },
  );
});

test("a record that is none is told of by its place, and the others are imported", async () => {
  const portal = await standIn({
    packages: [{ ...wholeRecord, groups: [{ name: "constructor" }] } as Package],
  });
  const files = new Map<string, string>();
  const client = openCkan({ fetch: openReach({ allowLoopback: true }), url: portal.address });
  const read: typeof client.read = async (action, parameters) => {
    const answer = (await client.read(action, parameters)) as { results: unknown[] };
    return { ...answer, results: [null, "рядок", [1], ...answer.results] };
  };
  const { day: _, taken: __, ...options } = context;
  const { imported, gaps } = await importCkan(
    { ...client, read },
    { datasets: [], publishers: [] },
    {
      ...options,
      day: context.day,
      portal: portal.address,
      files: false,
      territory: { places: new Set() },
    },
    {
      download: async () => ({ problem: "не питали" }),
      write: (path, content) => files.set(path, content),
      tell: () => {},
    },
  );
  expect(imported).toEqual(["zupynky"]);
  expect(gaps.filter(({ field }) => field === "package")).toEqual(
    ["null", "рядок", "[1]"].map((value, at) => ({
      dataset: `запис ${at + 1}`,
      field: "package",
      value,
      note: "Не прочитано: тут мав бути опис набору. Пропущено.",
    })),
  );
});
