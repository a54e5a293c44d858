import type { Finding } from "../src/model/reports/finding.ts";

/** GitHub shows ten annotations of a kind in a step and drops the rest without a word. */
const most = 10;

/** On GitHub: the worst ten findings beside the lines they speak of. Elsewhere nothing. */
export async function annotate(findings: readonly Finding[]): Promise<void> {
  if (!process.env.GITHUB_ACTIONS) return;
  // It brings a whole client of HTTP: to load it takes as long as to read a small portal.
  const { error, warning } = await import("@actions/core");
  const worst = [...findings].sort(
    (a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"),
  );
  for (const { severity, place, message, hint, paste = [] } of worst.slice(0, most))
    (severity === "error" ? error : warning)([`${message} ${hint}`, ...paste].join("\n"), {
      file: place.file,
      ...(place.line === undefined ? {} : { startLine: place.line }),
    });
}
