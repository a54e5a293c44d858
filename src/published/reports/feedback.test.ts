import { expect, test } from "vitest";
import { askWays } from "./feedback.ts";

const asked = {
  kind: "data",
  subject: "Попросити дані: маршрути & зупинки",
  body: "Добрий день!\n\nСторінка: https://data.example.org/coverage/#mun-1\n",
} as const;

test("a portal without a repository is written to, and the mailbox can be copied", () => {
  expect(askWays({ email: "data@example.org" }, asked)).toEqual({
    mailbox: "data@example.org",
    letter: `mailto:data@example.org?subject=${encodeURIComponent(asked.subject)}&body=${encodeURIComponent(asked.body)}`,
  });
});

test("a portal with a repository has a public form beside the letter", () => {
  const { form } = askWays(
    { email: "data@example.org", repository: "https://github.com/example/portal" },
    { ...asked, value: "stops" },
  );
  expect(form).toBe(
    "https://github.com/example/portal/issues/new?template=data-request.yml&dataset=stops",
  );
});
