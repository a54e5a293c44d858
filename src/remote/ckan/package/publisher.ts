import { isOfficial } from "../../../model/mailbox.ts";
import { toSlug } from "../../../table/layout/transliterate.ts";
import { isPersonalText } from "../../../table/people/personal.ts";
import { isRecord, type RemotePackage } from "../client.ts";
import { fieldOf, oneLine } from "./fields.ts";
import type { Note } from "./gaps.ts";
import { isOwnId } from "./names.ts";
import { translated } from "./translations.ts";

/** Who publishes a dataset, as far as the package says. */
export type ImportedPublisher = { id: string; title: string; edrpou?: string };

const unitWords =
  /управлінн|відділ|департамент|рад[аи]|комітет|служб|центр|сектор|підприємств|заклад|установ/i;
const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A mailbox of an office, and the unit behind it; the name of a person is never carried over. */
export function contactOf(
  source: RemotePackage,
  mailDomains: readonly string[],
  gap: Note,
): { email: string; unit?: string } | undefined {
  const emails = [source.maintainer_email, source.author_email].flatMap(
    (value) => oneLine(value).match(emailPattern) ?? [],
  );
  const email = emails.find((address) => isOfficial(address, mailDomains))?.toLowerCase();
  if (new Set(emails).size > 1)
    gap("contact", `скриньок — ${new Set(emails).size}`, "Взято першу службову.");
  if (email === undefined)
    gap(
      "contact",
      emails.length === 0 ? "" : "скринька не службова",
      emails.length === 0
        ? "Скриньки немає."
        : "Скриньку не перенесено: потрібна службова, у домені розпорядника.",
    );
  const maintainer = oneLine(source.maintainer);
  const isUnit = unitWords.test(maintainer) && !isPersonalText(maintainer);
  if (maintainer !== "" && !isUnit)
    gap(
      "contact",
      "ім’я",
      "Ім’я відповідальної особи не перенесено: вкажіть підрозділ (contact.unit).",
    );
  return email === undefined ? undefined : { email, ...(isUnit ? { unit: maintainer } : {}) };
}

/** The office that publishes the package; what is missing is noted. */
export function publisherOf(source: RemotePackage, gap: Note): ImportedPublisher {
  const organization = isRecord(source.organization) ? source.organization : {};
  const author = oneLine(source.author);
  const title =
    oneLine(fieldOf(source, "publisherName")) ||
    oneLine(translated(organization, "title").text) ||
    oneLine(organization.name) ||
    (isPersonalText(author) ? "" : author);
  const edrpou = edrpouOf(source, gap);
  if (title === "") gap("publisher", "", "Розпорядника не вказано.");
  const name = oneLine(organization.name);
  const id = isOwnId(name) ? name : toSlug(title);
  return {
    id: id || "unknown-publisher",
    title: title || "Розпорядника не вказано",
    ...(edrpou === undefined ? {} : { edrpou }),
  };
}

/** The office's number in the state register, with the zeros it begins with; undefined where it is none. */
function edrpouOf(source: RemotePackage, gap: Note): string | undefined {
  const code = fieldOf(source, "publisherIdentifier", "edrpou", "Код ЄДРПОУ").replace(/\D/g, "");
  if (code === "") return undefined;
  const edrpou = code.padStart(8, "0");
  if (edrpou !== code) gap("edrpou", code, `Код ЄДРПОУ без початкових нулів; записано ${edrpou}.`);
  if (edrpou.length === 8) return edrpou;
  gap("edrpou", code, "Код ЄДРПОУ має 8 цифр; пропущено.");
  return undefined;
}
