import { type Language, speak } from "../../i18n/translate.ts";
import type { Catalogue } from "../../model/catalogue.ts";

/** Attributes with the words for a mandated set that nobody has published: what the search says of it, and the letter that asks. */
export function missingWords(
  language: Language,
  { site, contact }: Catalogue["portal"],
): Record<string, string> {
  const { sentence, t } = speak(language);
  return {
    "data-missing-said": sentence("search.missing"),
    "data-ask": t("search.ask"),
    "data-ask-to": contact.email,
    "data-ask-subject": sentence("search.askSubject"),
    "data-ask-body": t("search.askBody", { title: "{title}", address: `${site}/coverage/` }),
  };
}
