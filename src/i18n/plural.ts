/** A counted sentence from an element's data-one, data-few and data-many. */
export function counted(element: HTMLElement, count: number): string {
  const language = element.dataset.language ?? "uk";
  const form = new Intl.PluralRules(language).select(count);
  const { one = "", few = "", many = "" } = element.dataset;
  const sentence = form === "one" ? one : form === "few" ? few : many;
  // The number and what it counts stay on one line.
  return sentence
    .replace("{count} ", "{count}\u00a0")
    .replace("{count}", new Intl.NumberFormat(language).format(count));
}
