import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { columnLetter } from "../../model/table.ts";
import { renderTemplate } from "../../published/tables/template.ts";
import { xlsx } from "../../test/fixtures/workbook-parts.ts";
import { structures } from "../../vocabularies/structures.ts";
import { readWorkbook } from "./read-workbook.ts";

/** openpyxl reads the books too, and writes their cells as they would stand in a table: a line of JSON a cell. */
const reader = String.raw`
import sys, json, datetime, decimal, re, warnings
warnings.simplefilter("ignore")
import openpyxl

def span(seconds):
    hours, rest = divmod(int(round(seconds)), 3600)
    return "%02d:%02d" % (hours, rest // 60) + (":%02d" % (rest % 60) if rest % 60 else "")

def text(cell):
    value = cell.value
    if value is None: return ""
    if isinstance(value, bool): return "true" if value else "false"
    if isinstance(value, (int, float)):
        plain = format(decimal.Decimal("%.15g" % value), "f")
        zeros = re.fullmatch("0{2,}", cell.number_format or "")
        return plain.zfill(len(cell.number_format)) if zeros and plain.isdigit() else plain
    if isinstance(value, datetime.datetime):
        value = value + datetime.timedelta(microseconds=500000)
        time = value.hour * 3600 + value.minute * 60 + value.second
        return value.strftime("%Y-%m-%d") + ("T" + span(time) if time else "")
    if isinstance(value, datetime.time): return span(value.hour * 3600 + value.minute * 60 + value.second)
    if isinstance(value, datetime.timedelta): return span(value.total_seconds())
    return str(value).replace("\r\n", "\n")

for path in sys.argv[1:]:
    try: book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:
        print(json.dumps([path, "", "", "refused: " + str(error)])); continue
    for sheet in book.worksheets:
        # Those that are there: a styled corner makes a sheet of a million rows.
        for cell in sheet._cells.values():
            told = text(cell)
            if told.strip(): print(json.dumps([path, sheet.title, cell.coordinate, told]))
`;
const python = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import openpyxl"]).status === 0,
);
const shared = join(import.meta.dirname, "../../../../shared");
const folder = mkdtempSync(join(tmpdir(), "second-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Books by path: the portal's templates, one with every kind of cell, and the shared ones where they are. */
async function books(): Promise<string[]> {
  const written: [string, Uint8Array][] = [
    [
      "kinds",
      xlsx({
        formats: ["dd.mm.yyyy", "hh:mm", "[h]:mm", "00000000", "0.0%", "dd.mm.yyyy hh:mm:ss", "@"],
        sheets: [
          {
            name: "Усе",
            rows: `<row r="1"><c r="A1" s="1"><v>45352</v></c><c r="B1" s="2"><v>0.396527777777778</v></c><c r="C1" s="3"><v>1.05208333333333</v></c><c r="D1" s="4"><v>2229239</v></c><c r="E1" s="5"><v>0.125</v></c><c r="F1" s="6"><v>45352.587152777778</v></c><c r="G1" s="7"><v>121</v></c><c r="H1"><v>0.30000000000000004</v></c><c r="I1" t="b"><v>1</v></c><c r="J1" t="e"><v>#DIV/0!</v></c><c r="K1" t="str"><f>"а"&amp;"б"</f><v>аб</v></c><c r="L1" t="inlineStr"><is><t>Їжак  з двома</t></is></c></row><row r="3"><c r="A3"><v>1234567890123</v></c><c r="B3"><v>-5.25</v></c></row>`,
          },
        ],
      }),
    ],
  ];
  for (const structure of [...structures.values()].slice(0, 12))
    written.push([`template-${structure.set}-${written.length}`, await renderTemplate(structure)]);
  const own = written.map(([name, bytes]) => {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const given = ["cases/tables", "kropyvnytskyi/structures", "realdata"]
    .map((name) => join(shared, name))
    .filter(existsSync)
    .flatMap((from) =>
      readdirSync(from, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".xlsx"))
        .map((name) => join(from, name)),
    );
  return [...own, ...given.sort()];
}

/** Books that openpyxl refuses: another name for the part of the texts. */
const tooOdd = new Set(["w01-shared-strings-capital.xlsx"]);

test.skipIf(python === undefined)(
  "openpyxl reads every cell as we do (skipped where it is not installed)",
  async () => {
    const paths = await books();
    const { stdout, stderr, status } = spawnSync(python ?? "", ["-c", reader, ...paths], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
      timeout: 150_000,
      env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    });
    expect([status, stderr]).toEqual([0, ""]);
    const theirs = stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as [string, string, string, string]);
    const named = (path: string) => path.split("/").at(-1) ?? "";
    const refused = new Set(theirs.filter(([, sheet]) => sheet === "").map(([path]) => path));
    const ours: string[] = [];
    for (const path of paths.filter((one) => !refused.has(one))) {
      const { sheets } = await readWorkbook(readFileSync(path));
      for (const { name, cells } of sheets)
        cells.forEach((row, r) => {
          row?.forEach((text, c) => {
            if (text.trim() !== "")
              ours.push(`${named(path)} ${name}!${columnLetter(c)}${r + 1} ${text}`);
          });
        });
    }
    const told = theirs
      .filter(([path]) => !refused.has(path))
      .map(([path, sheet, cell, text]) => `${named(path)} ${sheet}!${cell} ${text}`);
    const [here, there] = [new Set(ours), new Set(told)];
    const differing = [
      ...ours.filter((cell) => !there.has(cell)).map((cell) => `ours: ${cell}`),
      ...told.filter((cell) => !here.has(cell)).map((cell) => `theirs: ${cell}`),
    ];
    expect([...refused].map(named).filter((name) => !tooOdd.has(name))).toEqual([]);
    expect(differing).toEqual([]);
    expect(told.length).toBeGreaterThan(300);
  },
);
