import { createHash } from "node:crypto";
import { z } from "zod";
import { speak } from "../i18n/translate.ts";
import { type Described, type DescribedResource, isWithdrawn } from "./catalogue.ts";

/** Where an answer comes from: enough to cite it, and to find the very bytes it was counted from. */
export const sourceSchema = z.object({
  dataset: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string().describe("Ліцензія; порожньо, якщо її не вказано"),
  period: z.string().describe("За який час дані; порожньо, якщо не вказано"),
  version: z.string(),
  modified: z.string(),
  page: z.string().describe("Сторінка набору"),
  withdrawn: z
    .string()
    .optional()
    .describe("Коли й чому набір вилучено, що замість нього; є лише у вилученого набору"),
  file: z
    .string()
    .optional()
    .describe("Адреса прочитаного файлу; незмінна, якщо портал зберігає версії"),
  sha256: z.string().optional().describe("SHA-256 прочитаного файлу"),
});
export type Source = z.infer<typeof sourceSchema>;

const periodOf = ({ temporal: { start, end } = {} }: Described): string =>
  start !== undefined && start === end
    ? start
    : start === undefined && end === undefined
      ? ""
      : `${start ?? "…"} – ${end ?? "дотепер"}`;

const licenceOf = ({ licenses: [licence] }: Described): string =>
  licence ? [licence.name ?? licence.title, licence.path].filter(Boolean).join(", ") : "";

/** That a set is withdrawn: when, why, and the id of what stands in its place; nothing of a set that lives. */
export function withdrawalOf({
  status,
  withdrawn,
}: Pick<Described, "status" | "withdrawn">): string | undefined {
  if (!withdrawn) return isWithdrawn({ status }) ? "Набір вилучено." : undefined;
  const { t, date } = speak("uk");
  const reason = withdrawn.reason.replace(/([^.!?…])$/, "$1.");
  return [
    t("dataset.withdrawn", { date: date(withdrawn.date), reason }),
    ...(withdrawn.successor ? [`Замість нього — ${withdrawn.successor}.`] : []),
  ].join(" ");
}

/** A set, and a file of it where one was read: its address and its bytes. */
export function sourceOf(
  set: Described,
  read?: { resource: DescribedResource; address: string; bytes: Uint8Array },
): Source {
  const withdrawn = withdrawalOf(set);
  return {
    dataset: set.name,
    title: set.title,
    publisher: set.contributors[0]?.title ?? "",
    licence: licenceOf(set),
    period: periodOf(set),
    version: set.version ?? "",
    modified: set.modified?.slice(0, 10) ?? "",
    page: set.homepage,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(read ? { file: read.address, sha256: sha256Of(read.bytes) } : {}),
  };
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** A source in a line, as one is cited. */
export const sourceLine = (source: Source): string =>
  [
    `«${source.title}» (${source.dataset})`,
    source.withdrawn?.replace(/\.$/, "") ?? "",
    source.publisher,
    source.version === "" ? "" : `версія ${source.version}`,
    source.modified === "" ? "" : `змінено ${source.modified}`,
    `період: ${source.period || "не вказано"}`,
    `ліцензія: ${source.licence || "не вказано"}`,
    source.page,
    source.file ? `прочитано ${source.file} (SHA-256 ${source.sha256})` : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
