import type { Finding } from "../../../model/reports/finding.ts";
import type { Repository } from "../../../model/repository.ts";

/**
 * What a clerk does next depends on one thing: has the file been sent? A file in a commit may be public already, and
 * then deleting it is not enough; a file in no commit is still theirs alone.
 */
export function withTakedown(
  { history, portal }: Pick<Repository, "history" | "portal">,
  findings: readonly Finding[],
): Finding[] {
  const order = portal
    ? ` ${portal.value.site.replace(/\/$/, "")}/takedown/`
    : " .github/takedown.md";
  return findings.map((finding) => {
    const sent = (history.commits.get(finding.place.file)?.length ?? 0) > 0;
    const next = sent
      ? `Файл уже є в історії змін: якщо ці дані вже надіслано, видалити їх замало — дійте за порядком:${order}`
      : `Файл ще не опубліковано: не надсилайте його, доки не виправите. Якщо вже надіслали, дійте за порядком:${order}`;
    return { ...finding, hint: `${finding.hint} ${next}` };
  });
}
