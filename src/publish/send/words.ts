import type { Submission } from "../submission.ts";

/** What each kind of submission is, as the title of a request and of a letter begins. */
export const kindWords: Record<Submission["kind"], string> = {
  "new-dataset": "Новий набір",
  "dataset-update": "Оновлення набору",
  "passport-correction": "Виправлення паспорта",
  withdrawal: "Вилучення набору",
  renaming: "Перейменування набору",
  entry: "Новина або дашборд",
  "register-entry": "Запис реєстру",
};

/** «Оновлення набору: Зупинки», one line of at most so many characters. */
export function titleOf({ kind, title }: Pick<Submission, "kind" | "title">, most = 200): string {
  const whole = `${kindWords[kind]}: ${title.replace(/\s+/gu, " ").trim()}`;
  const letters = Array.from(whole);
  return letters.length <= most
    ? whole
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** Name of a submission's branch and archive: its kind, what it is about, the day. Latin letters, digits, hyphens. */
export function nameOf({ kind, id }: Pick<Submission, "kind" | "id">, day: string): string {
  const plain = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return [kind, plain, day].filter((part) => part !== "").join("-");
}
