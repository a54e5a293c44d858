import { dictionaries, type Language, languages } from "../../../i18n/translate.ts";

/** The words of what comes to a page later: the explorer, its charts and maps. */
const later = /^(explore|map|places|rows|embed|code|sql|table\.filter|dataset\.chart)/;

export const getStaticPaths = () => languages.map((language) => ({ params: { language } }));

export function GET({ params }: { params: { language: Language } }) {
  const words = Object.entries(dictionaries[params.language]).filter(([key]) => later.test(key));
  return new Response(JSON.stringify(Object.fromEntries(words)));
}
