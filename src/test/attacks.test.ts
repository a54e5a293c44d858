import { describe, expect, test } from "vitest";
import { type Tree, treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import { checkRepository } from "../rules/index.ts";

const table = "data/datasets/stops/stops.csv";
const passport = "data/datasets/stops/datapackage.yaml";
const head = "---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n";
const news = (body: string) => ({ "content/news/a.mdx": head + body });
const title = (text: string) =>
  stopsWith("title: Зупинки громадського транспорту", `title: ${text}`);
const name = (more: string) => stopsWith("title: Назва }", `title: Назва, ${more} }`);
const cells = (text: string) => ({ [table]: `id,name,platforms\n1,${text},2\n2,Центр,1\n` });
const folder = (file: string, content: string | Uint8Array = "a\n1\n") => ({
  [`data/datasets/stops/${file}`]: content,
});
const check = (tree: Tree) => checkRepository(readRepository(tree));
const Cyrillic = /[А-яІіЇїЄєҐґ]/;

/** What an attacker or an accident puts in, and the first finding that must name it: rule, severity, line. */
const attacks: [
  what: string,
  files: Record<string, string | Uint8Array>,
  rule: string,
  line: number | undefined,
  severity?: "error" | "warning",
][] = [
  ["MDX imports a module", news('import x from "node:fs"\n'), "news-safe", 6],
  ["MDX exports", news("export const x = 1\n"), "news-safe", 6],
  ["MDX evaluates", news("Сума {process.env.SECRET}\n"), "news-safe", 6],
  [
    "MDX evaluates in an attribute",
    news('<Figure value={process.env.X} label="a" />\n'),
    "news-safe",
    6,
  ],
  ["MDX spreads", news("<Chart {...x} />\n"), "news-safe", 6],
  ["an unlisted component", news("<Evil />\n"), "news-safe", 6],
  ["a script in Markdown", news("<script>alert(1)</script>\n"), "news-safe", 6],
  ["a frame in Markdown", news('<iframe src="https://evil.example"></iframe>\n'), "news-safe", 6],
  ["an image with a handler", news('<img src="x" onerror="alert(1)" />\n'), "news-safe", 6],
  ["an image from elsewhere", news("![x](https://evil.example/x.png)\n"), "news-safe", 6],
  ["a link that runs code", news("[x](javascript:alert(1))\n"), "news-safe", 6],
  [
    "a link that runs code, its colon written as an entity",
    news("[x](javascript&#58;alert(1))\n"),
    "news-safe",
    6,
  ],
  [
    "a link that runs code, behind a reference",
    news("[x][y]\n\n[y]: javascript:alert(1)\n"),
    "news-safe",
    8,
  ],
  ["a page inside a link", news("[x](data:text/html,<script>alert(1)</script>)\n"), "news-safe", 6],
  ["a link that takes another site's scheme", news("[x](//evil.example)\n"), "news-safe", 6],
  ["a text that turns itself round", news("Сума \u202e001 гривень\n"), "news-safe", 6],
  [
    "a layout of the system's",
    { "content/news/a.mdx": `${head.replace("---\n", "---\nlayout: ../../../etc/passwd\n")}x\n` },
    "key-known",
    2,
  ],
  ["a tag in a title", title('"<img src=x onerror=alert(1)>"'), "text-plain", 1],
  ["a link that runs code in a title", title('"javascript:alert(1)"'), "text-plain", 1],
  [
    "a tag in a keyword",
    stopsWith("[зупинки, транспорт]", '["<b>x</b>", транспорт]'),
    "text-plain",
    6,
  ],
  [
    "a tag in a publisher's name",
    { "data/publishers/council.yaml": 'title: "Рада <script>x</script>"\nkind: council\n' },
    "text-plain",
    1,
  ],
  [
    "a tag in a register",
    {
      "data/registers/events/a.yaml":
        'title: "<b>x</b>"\ndate: 2026-01-01\nkind: event\nplace: Місто\n',
    },
    "text-plain",
    1,
  ],
  ["a title that turns itself round", title('"Зупинки \\u202e"'), "value-valid", 1],
  [
    "a keyword with a mark nobody sees",
    stopsWith("[зупинки, транспорт]", '["зуп\u200bинки"]'),
    "value-valid",
    6,
  ],
  ["a tag in a cell", cells("<script>alert(1)</script>"), "markup-free", 2, "warning"],
  ["a link that runs code in a cell", cells("javascript:alert(1)"), "markup-free", 2, "warning"],
  ["a formula in a cell", cells("=cmd|' /C calc'!A0"), "formula-like", 2, "warning"],
  ["a cell that turns itself round", cells("a\u202eb"), "characters-visible", 2, "warning"],
  [
    "a source that runs code",
    stopsWith(
      "frequency: yearly",
      'frequency: yearly\nsources: [{ title: a, path: "javascript:alert(1)" }]',
    ),
    "value-valid",
    9,
  ],
  [
    "a source with a password in it",
    stopsWith(
      "frequency: yearly",
      'frequency: yearly\nsources: [{ title: a, path: "https://user:pw@evil.example/" }]',
    ),
    "value-valid",
    9,
  ],
  ["a file's name is a tag", folder("<img src=x>.csv"), "file-name", undefined],
  ["a file's name is a command to the runner", folder("a\n::error::b.csv"), "file-name", undefined],
  ["a file's name turns itself round", folder("a\u202efdp.csv"), "file-name", undefined],
  ["a hidden file", folder(".htaccess"), "file-name", undefined],
  [
    "a picture with a script",
    folder("map.svg", "<svg onload='alert(1)'/>"),
    "file-referenced",
    undefined,
  ],
  [
    "a page as data",
    folder("index.html", "<script>alert(1)</script>"),
    "file-referenced",
    undefined,
  ],
  [
    "a picture as a resource",
    { ...stopsWith("path: stops.csv", "path: map.svg"), ...folder("map.svg", "<svg/>") },
    "file-extension",
    14,
  ],
  ["an archive", folder("data.zip", new Uint8Array([80, 75, 3, 4])), "file-referenced", undefined],
  [
    "an archive that calls itself a table",
    { [table]: new Uint8Array([80, 75, 3, 4, 20, 0, 0, 0]) },
    "table-readable",
    1,
  ],
  [
    "an error page saved as a table",
    { [table]: "<!doctype html><html><body>404</body></html>" },
    "table-readable",
    1,
  ],
  [
    "a path out of the folder",
    stopsWith("path: stops.csv", "path: ../../portal.yaml"),
    "path-inside",
    14,
  ],
  [
    "a path out of the folder, written in percents",
    stopsWith("path: stops.csv", "path: '%2e%2e/x.csv'"),
    "path-inside",
    14,
  ],
  ["a path from the root", stopsWith("path: stops.csv", "path: /etc/passwd"), "path-inside", 14],
  ["a path of Windows", stopsWith("path: stops.csv", "path: '..\\\\x.csv'"), "path-inside", 14],
  ["an anchor in YAML", title("&a Зупинки"), "yaml-readable", 1],
  [
    "a bomb of aliases",
    { [passport]: "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n" },
    "yaml-readable",
    1,
  ],
  ["a tag in YAML", title("!!js/function x"), "yaml-readable", 1],
  ["names equal but for a capital", folder("Stops.csv"), "file-name", undefined],
  [
    "names equal but for the way й is written",
    {
      [`data/datasets/${"й".normalize("NFD")}/datapackage.yaml`]: examplePortal[passport] ?? "",
      [`data/datasets/${"й".normalize("NFC")}/datapackage.yaml`]: examplePortal[passport] ?? "",
    },
    "id-unique",
    undefined,
  ],
  [
    "names equal but for the way ї is written",
    {
      [`data/datasets/${"ї".normalize("NFD")}/datapackage.yaml`]: examplePortal[passport] ?? "",
      [`data/datasets/${"ї".normalize("NFC")}/datapackage.yaml`]: examplePortal[passport] ?? "",
    },
    "file-name",
    undefined,
  ],
  ["a column that is a prototype", stopsWith("name: name,", "name: __proto__,"), "value-valid", 19],
  ["a pattern that looks behind", name('constraints: { pattern: "(?<=a)b" }'), "pattern-known", 19],
  [
    "a thousand columns and one",
    {
      [table]: `${Array.from({ length: 1001 }, (_, index) => `c${index}`).join(",")}\n${Array(1001).fill("1").join(",")}\n`,
    },
    "table-size",
    1,
  ],
  ["a cell of a million letters and one", cells("ж".repeat(1_000_001)), "table-size", 2],
  ["a component named like a prototype's", news("<constructor />\n"), "news-safe", 6],
  ["quotations twenty thousand deep", news(`${"> ".repeat(20_000)}a\n`), "news-safe", 6],
  ...(
    [
      ["a law", 'legalBasis: [{ title: a, path: "https://ex.org:99999999/" }]'],
      ["a source", 'sources: [{ title: a, path: "https://%zz.org/" }]'],
      ["an identifier that leaves its folder", 'aliases: ["../catalog"]'],
      ["an identifier in percents", 'aliases: ["%2e%2e/x"]'],
      ["an identifier of two lines", 'aliases: ["a\\nb"]'],
      ["an identifier that is half a letter", 'aliases: ["\\uD800"]'],
      ["an identifier of three hundred letters", `aliases: [${"a".repeat(300)}]`],
      ["a day nobody reaches", "sourceChanged: 9999-12-31"],
      ["a day before all data", "sourceChanged: 0001-01-01"],
    ] as const
  ).map(([what, more]): (typeof attacks)[number] => [
    `${what} that would stop the build`,
    stopsWith("frequency: yearly", `frequency: yearly\n${more}`),
    "value-valid",
    9,
  ]),
  [
    "a file's address no program can open",
    stopsWith("path: stops.csv", 'path: "https://ex.org:99999999/a.csv"'),
    "value-valid",
    14,
  ],
  ["half a letter in a title", title('"Зупинки \\uD800"'), "value-valid", 1],
  [
    "a file's name of two hundred letters",
    { [`content/news/${"a".repeat(200)}.mdx`]: `${head}Текст\n` },
    "file-name",
    undefined,
  ],
];

describe("each attack has a finding on its line, in Ukrainian, with what to do", () => {
  test.each(attacks)("%s", (_, files, rule, line, severity = "error") => {
    const findings = check(treeOf({ ...examplePortal, ...files }));
    const found = findings.find(
      (finding) => finding.rule === rule && finding.severity === severity,
    );
    expect(found?.place.line).toBe(line);
    expect(found?.message).toMatch(Cyrillic);
    expect(found?.hint).toMatch(Cyrillic);
    // A message is one line and says nothing of its own to the runner or a terminal.
    for (const { message, hint } of findings)
      expect(`${message}${hint}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
  });
});
