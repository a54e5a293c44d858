import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Submission } from "../submission.ts";
import { unpackSubmission } from "./unzip.ts";
import { packSubmission } from "./zip.ts";
import { listZip } from "./zip-entries.ts";

const stops = "data/datasets/stops/stops.csv";
const submission: Submission = {
  kind: "dataset-update",
  id: "stops",
  title: "Зупинки",
  files: new Map([
    [stops, strToU8("id\n1\n") as Uint8Array<ArrayBuffer>],
    [
      "data/datasets/stops/datapackage.yaml",
      strToU8("title: Зупинки\n") as Uint8Array<ArrayBuffer>,
    ],
    ["data/datasets/stops/old.csv", undefined],
  ]),
  base: "a".repeat(40),
  note: "Додано зупинку.\nДжерело — наказ № 5.",
};
const note = { version: 1, kind: "dataset-update", id: "stops", title: "Зупинки", removals: [] };
type Parts = Parameters<typeof zipSync>[0];
/** An archive of a stranger: files, and submission.json as it is said. */
const archive = (files: Parts, said: object | string = note) =>
  zipSync({
    "submission.json": strToU8(typeof said === "string" ? said : JSON.stringify(said)),
    ...files,
  });
const problemOf = (bytes: Uint8Array): string => {
  const unpacked = unpackSubmission(bytes);
  if (!("problem" in unpacked)) throw new Error("unpacked");
  return unpacked.problem;
};

describe("an archive", () => {
  test("holds a submission whole, the same bytes each time", () => {
    const packed = packSubmission(submission);
    expect(unpackSubmission(packed)).toEqual({ submission });
    expect(packSubmission(submission)).toEqual(packed);
  });

  test("without a base and a note, with nothing but removals", () => {
    const { base: _, note: __, ...rest } = submission;
    const bare: Submission = { ...rest, kind: "withdrawal", files: new Map([[stops, undefined]]) };
    expect(unpackSubmission(packSubmission(bare))).toEqual({ submission: bare });
  });

  test("says in plain words what to do with it", () => {
    const text = new TextDecoder().decode(unpackedReadMe());
    expect(text).toMatchInlineSnapshot(
      `
      "Оновлення набору: Зупинки (stops)

      Додано зупинку.
      Джерело — наказ № 5.

      Якщо ви надсилаєте дані:
        надішліть цей архів цілим, не розпаковуючи, на скриньку порталу. Більше нічого робити не треба.

      Якщо ви ведете портал:
        npm run accept -- НАЗВА_АРХІВУ.zip
        Команда складе з архіву гілку, перевірить її й скаже, що далі. Ваших незбережених змін вона не зачепить.
        Без команди: покладіть файли з тек data і content на ті самі місця в репозиторії.

      Файли, які додано чи змінено:
        data/datasets/stops/datapackage.yaml
        data/datasets/stops/stops.csv

      Файли, які треба вилучити:
        data/datasets/stops/old.csv
      "
    `.replaceAll("\r", ""),
    );
  });

  test("packed anew by another program, with folders, is still read", () => {
    const files = { "data/datasets/stops/": new Uint8Array(), [stops]: strToU8("id\n1\n") };
    const again = archive(
      Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: 0 }]]),
      ) as Parts,
    );
    expect(unpackSubmission(again)).toMatchObject({ submission: { id: "stops" } });
  });
});

function unpackedReadMe(): Uint8Array {
  const packed = packSubmission(submission);
  const [file] = listZip(packed, 10).filter(({ name }) => name === "README.txt");
  return file?.open().filter((byte) => byte !== 13) ?? new Uint8Array();
}

const link = [strToU8("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] as const;
const text = strToU8("id\n1\n");

describe("what is refused, each with a sentence", () => {
  test.each<[what: string, files: Parts, words: string]>([
    ["a file outside", { "src/a.ts": text }, "лежить поза теками data і content"],
    ["a workflow", { ".github/workflows/a.yml": text }, "лежить поза теками"],
    ["a way up", { "data/../package.json": text }, "веде вбік"],
    ["an absolute path", { "/data/portal.yaml": text }, "лежить поза теками"],
    ["a Windows path", { "data\\datasets\\a\\a.csv": text }, "лежить поза теками"],
    ["a backslash further on", { "data/datasets/a/..\\b.csv": text }, "має знаки"],
    ["an empty part", { "data//portal.yaml": text }, "веде вбік"],
    ["a hidden file", { "data/datasets/stops/.htaccess": text }, "має знаки"],
    ["a name in Cyrillic", { "data/datasets/stops/дані.csv": text }, "має знаки"],
    ["a device of Windows", { "data/datasets/stops/aux.csv": text }, "зайнята пристроєм"],
    ["a folder in a folder", { "data/datasets/stops/a/b.csv": text }, "портал файлів не читає"],
    [
      "two names that are one",
      { [stops]: text, "data/datasets/stops/STOPS.csv": text },
      "два файли з назвою",
    ],
    ["a link", { [stops]: link as unknown as Uint8Array }, "а посилання чи щось інше"],
    ["a folder outside", { "src/": new Uint8Array(), [stops]: text }, "лежить поза теками"],
    ["leftovers of macOS", { "__MACOSX/data/._a": text, [stops]: text }, "лежить поза теками"],
    ["nothing", {}, "немає жодного файлу"],
  ])("%s", (_, files, words) => {
    const problem = problemOf(archive(files));
    expect(problem).toContain(words);
    expect(problem).toMatch(/^[А-ЯІЇЄҐ].*\.$/);
  });

  test.each<[what: string, said: object | string, words: string]>([
    ["no JSON", "{", "не такий, як його пише портал"],
    ["another version", { ...note, version: 2 }, "не такий"],
    ["a key too many", { ...note, run: "rm" }, "не такий"],
    ["a base that is an option", { ...note, base: "--output=x" }, "не такий"],
    ["an id that is a path", { ...note, id: "../x" }, "не такий"],
    ["a title that commands a terminal", { ...note, title: "\u001b[2J" }, "не такий"],
    ["an unknown kind", { ...note, kind: "deploy" }, "не знає такого виду зміни: «deploy»"],
    [
      "a removal outside",
      { ...note, removals: ["package.json"] },
      "який просять вилучити, лежить поза теками",
    ],
    ["a removal of what is added", { ...note, removals: [stops] }, "і додано, і вилучено"],
  ])("submission.json: %s", (_, said, words) => {
    expect(problemOf(archive({ [stops]: text }, said))).toContain(words);
  });

  test("what is no archive, half of one, and one without submission.json", () => {
    const whole = archive({ [stops]: text });
    expect(problemOf(strToU8("id\n1\n"))).toContain("не архів ZIP");
    expect(problemOf(new Uint8Array())).toContain("не архів ZIP");
    expect(problemOf(whole.subarray(0, whole.length / 2))).toContain("не архів ZIP");
    expect(problemOf(zipSync({ [stops]: text }))).toContain("немає submission.json");
  });

  test("a bomb: by what it declares, and by what it does not", () => {
    const zeros = new Uint8Array(26 * 1024 * 1024);
    expect(problemOf(archive({ [stops]: zeros }))).toContain("понад 25 МБ");
    const many = Object.fromEntries(
      Array.from({ length: 13 }, (_, at) => [
        `data/datasets/s${at}/a.csv`,
        zeros.subarray(0, 25 * 1024 * 1024),
      ]),
    );
    expect(problemOf(archive(many))).toContain("понад 300 МБ");
    const lying = archive({ [stops]: zeros });
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++)
      if (view.getUint32(at, true) === zeros.length) view.setUint32(at, 100, true);
    expect(problemOf(lying)).toContain("пошкоджено");
  });

  test("too many files", () => {
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, at) => [`data/datasets/s${at}/a.csv`, text]),
    );
    expect(problemOf(archive(many))).toContain("понад 500 файлів");
  });

  test("any byte changed or cut: a submission as it was, or a sentence; never an error", () => {
    const whole = packSubmission(submission);
    for (let at = 0; at < whole.length; at++) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const unpacked = unpackSubmission(changed);
      if ("submission" in unpacked) expect(unpacked.submission).toEqual(submission);
      expect(unpackSubmission(whole.subarray(0, at))).toHaveProperty("problem");
    }
  });
});
