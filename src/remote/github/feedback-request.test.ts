import { describe, expect, test } from "vitest";
import { type Comment, type Issue, parseForm, toRequest } from "./feedback.ts";
import { requestLabels } from "./labels.ts";

describe("an issue as a request", () => {
  const issue: Issue = {
    number: 3,
    title: "[Запит на дані]   Розклад   тролейбусів",
    body: "### Ідентифікатор набору\r\n\r\nstops\r\n\r\n###   Опитування  \r\n\r\n_No response_\r\n",
    created_at: "2026-11-02T09:00:00Z",
    comments: 0,
    html_url: "https://github.com/council/data/issues/3",
    labels: [{ name: requestLabels.data }],
  };
  const comment = (body: string, created: string, more: Partial<Comment> = {}): Comment => ({
    body,
    created_at: created,
    author_association: "MEMBER",
    user: { type: "User" },
    ...more,
  });
  const known = { datasets: ["stops"], polls: [] };
  const entry = {
    title: "Розклад тролейбусів",
    kind: "data",
    date: "2026-11-02",
    channel: "form",
    datasets: ["stops"],
    votes: 0,
    path: issue.html_url,
  };
  test("answers of a form, by heading; a heading inside a line is none", () => {
    expect(
      parseForm("Привіт\r\n### А\r\n\r\nодин ### два\r\nтри\r\n###  Б \r\n_No response_"),
    ).toEqual(
      new Map([
        ["А", "один ### два\nтри"],
        ["Б", ""],
      ]),
    );
    expect(parseForm("")).toEqual(new Map());
  });
  test("no votes, no body, no user, no comments", () => {
    expect(toRequest(issue, [], known)).toEqual(entry);
    expect(toRequest({ ...issue, body: null }, [], known)).toEqual({ ...entry, datasets: [] });
    expect(toRequest({ ...issue, reactions: { "+1": 7 } }, [], known)).toEqual({
      ...entry,
      votes: 7,
    });
  });
  test("a label of no kind, a pull request", () => {
    expect(toRequest({ ...issue, labels: [{ name: "інше" }] }, [], known)).toBeUndefined();
    expect(toRequest({ ...issue, pull_request: {} }, [], known)).toBeUndefined();
  });
  test("the first answer by its moment, the last decision, whoever wrote it first", () => {
    const comments = [
      comment("  Рішення:   додамо  ", "2026-11-09T09:00:00Z"),
      comment("Рішення: подумаємо", "2026-11-05T09:00:00Z", { user: null }),
      comment("Чекаємо", "2026-11-04T09:00:00Z", { author_association: "NONE" }),
      comment("Рішення: робота", "2026-11-03T09:00:00Z", { user: { type: "Bot" } }),
      comment("Не рішення: так", "2026-11-10T09:00:00Z"),
      { ...comment("", "2026-11-11T09:00:00Z"), body: null },
    ];
    expect(toRequest(issue, comments, known)).toEqual({
      ...entry,
      answered: "2026-11-05",
      outcome: "додамо",
    });
  });
  test("a title that is nothing but its prefix, and a bracket that is none", () => {
    expect(toRequest({ ...issue, title: "[Запит]" }, [], known)?.title).toBe("Звернення № 3");
    expect(toRequest({ ...issue, title: "Список [шкіл] міста" }, [], known)?.title).toBe(
      "Список [шкіл] міста",
    );
    expect(toRequest({ ...issue, title: " [а] б" }, [], known)?.title).toBe("б");
  });
});
