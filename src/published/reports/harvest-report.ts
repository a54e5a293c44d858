import type { Finding } from "../../model/reports/finding.ts";
import type { HarvestRun } from "../harvest/replay.ts";

/** Keys of each kind a terminal shows. */
const shown = 5;

const some = (keys: readonly string[]): string =>
  keys.length === 0
    ? ""
    : ` (${keys.slice(0, shown).join(", ")}${keys.length > shown ? ` та ще ${keys.length - shown}` : ""})`;

/** What each harvester would do, then what must be mended first. */
export function renderHarvestReport(
  counts: { previous: number; next: number },
  runs: readonly HarvestRun[],
  findings: readonly Pick<Finding, "severity" | "message" | "hint">[],
): string {
  const lines = runs.map(
    ({ harvester, created, updated, deleted, filesKept, filesRecreated }) =>
      `${harvester}
  наборів: створить — ${created.length}${some(created)}, оновить — ${updated.length}${some(updated)}, вилучить — ${deleted.length}${some(deleted)}
  файлів: збереже — ${filesKept}, створить заново — ${filesRecreated}
`,
  );
  const words = { error: "помилка", warning: "попередження" } as const;
  const notes = findings.map(
    ({ severity, message, hint }) => `\n${words[severity]}: ${message}\n  що зробити: ${hint}\n`,
  );
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return `Наборів було — ${counts.previous}, стало — ${counts.next}.

${lines.join("\n")}${notes.join("")}
${errors === 0 ? "Каталог можна публікувати." : `Каталог публікувати не можна: помилок — ${errors}.`}
`;
}
