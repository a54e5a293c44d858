/** Does the address of a frame ask for English? One under /en/, where English frames stood once and hosts still give them, does too. */
export const asksEnglish = ({ pathname, search }: { pathname: string; search: string }): boolean =>
  new URLSearchParams(search).get("lang") === "en" || pathname.includes("/en/embed/");

/** The address of a frame in a language; without a word of it the frame is Ukrainian. */
export const frameAddress = (path: string, language: "uk" | "en"): string =>
  language === "en" ? `${path}?lang=en` : path;

/** A view in an address that may hold the language already. */
export function addressWith(place: string, view: URLSearchParams): string {
  const [path = "", own = ""] = place.split("?");
  const query = new URLSearchParams([...new URLSearchParams(own), ...view]);
  return query.size > 0 ? `${path}?${query}` : path;
}
