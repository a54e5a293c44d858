import { expect, test } from "vitest";
import type { Finding } from "../../model/reports/finding.ts";
import { renderFindingsJson, renderFindingsMarkdown, renderFindingsText } from "./findings.ts";

const finding = (file: string, message = "Зайвий файл."): Finding => ({
  rule: "file-name",
  severity: "error",
  place: { file, line: 3, column: 7 },
  message,
  hint: "Вилучіть його.",
});
const text = (...findings: Finding[]) => renderFindingsText(findings, (rule) => `/help/${rule}/`);

test("a finding says what, where, how to mend and where to read more", () => {
  expect(text(finding("data/a.csv"))).toBe(
    "помилка: Зайвий файл.\n  де: data/a.csv:3:7\n  що зробити: Вилучіть його.\n  довідка: /help/file-name/\n",
  );
});

test("findings that ask for the same stand together, ten of them, and the rest are counted", () => {
  const told = text(...Array.from({ length: 12 }, (_, at) => finding(`data/${at}.csv`)));
  expect(told.split("\n")).toEqual([
    "помилка, подібних — 12:",
    ...Array.from({ length: 10 }, (_, at) => [
      "  – Зайвий файл.",
      `    де: data/${at}.csv:3:7`,
    ]).flat(),
    "  – та ще 2; усі — у --format json",
    "  що зробити: Вилучіть його.",
    "  довідка: /help/file-name/",
    "",
  ]);
});

test("a file's name cannot speak to the terminal or to the runner of the check", () => {
  expect(text(finding("data/a\u001b[2J\n::error::x.csv", "Назва ##[group]x."))).toBe(
    "помилка: Назва ## [group]x.\n  де: data/a[U+001B][2J[U+000A]: :error: :x.csv:3:7\n  що зробити: Вилучіть його.\n  довідка: /help/file-name/\n",
  );
});

test("lines to be pasted stand under the advice, as they are in a terminal, as code on GitHub", () => {
  const one = { ...finding("data/a.csv"), paste: ["    schema:", "      fields:"] };
  expect(text(one).split("\n").slice(2, 5)).toEqual([
    "  що зробити: Вилучіть його.",
    "    schema:",
    "      fields:",
  ]);
  expect(renderFindingsMarkdown([one], () => "/help/").split("\n")[2]).toMatch(
    / \| Вилучіть його\.<br>`schema:`<br>`fields:` \|$/,
  );
});

test("where a finding is: of a file, of its line and column, of a sheet and its row", () => {
  const placed = (place: Finding["place"]) =>
    text({ ...finding("a"), place })
      .split("\n")[1]
      ?.replace("  де: ", "");
  expect(placed({ file: "data/a.csv" })).toBe("data/a.csv");
  expect(placed({ file: "data/a.csv", line: 3 })).toBe("data/a.csv:3");
  expect(placed({ file: "data/a.csv", line: 3, column: 7 })).toBe("data/a.csv:3:7");
  expect(placed({ file: "data/a.csv", column: 7 })).toBe("data/a.csv");
  expect(placed({ file: "a.xlsx", sheet: "Дані" })).toBe("a.xlsx, аркуш «Дані»");
  expect(placed({ file: "a.xlsx", sheet: "Дані", line: 3 })).toBe("a.xlsx, аркуш «Дані», рядок 3");
});

test("what differs in rule, severity or advice stands apart; ten alike need no count of a rest", () => {
  const one = finding("data/a.csv");
  const apart = text(
    one,
    { ...one, rule: "alphabet-one" },
    { ...one, severity: "warning" },
    { ...one, hint: "Перейменуйте його." },
    finding("data/b.csv"),
  );
  expect(apart.split("\n").filter((line) => /^\S/.test(line))).toEqual([
    "помилка, подібних — 2:",
    "помилка: Зайвий файл.",
    "попередження: Зайвий файл.",
    "помилка: Зайвий файл.",
  ]);
  const ten = text(...Array.from({ length: 10 }, (_, at) => finding(`data/${at}.csv`)));
  expect(ten).not.toContain("та ще");
  expect(text()).toBe("");
});

test("findings for programs and for GitHub", () => {
  const one = { ...finding("data/a|b.csv"), paste: ["schema:"] };
  const helpOf = (rule: string) => `/help/${rule}/`;
  expect(JSON.parse(renderFindingsJson([one], 7, helpOf))).toEqual({
    findings: [{ ...one, help: "/help/file-name/" }],
    datasets: 7,
  });
  expect(renderFindingsMarkdown([], helpOf)).toBe("Зауважень немає.\n");
  expect(renderFindingsMarkdown([finding("data/a|b.csv")], helpOf)).toBe(
    "| | Що не так | Де | Що зробити |\n| --- | --- | --- | --- |\n| помилка | Зайвий файл. ([довідка](/help/file-name/)) | data/a&#124;b.csv:3:7 | Вилучіть його. |\n",
  );
});
