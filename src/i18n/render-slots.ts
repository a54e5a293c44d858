/** Names of the slots in a sentence, sorted: «{count} з {total}» → count, total. */
export const slotsOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();

/** The sentences of a dictionary → a type of what each asks to be filled with: JSON tells TypeScript only that they are texts. */
export const renderSlots = (dictionary: Record<string, string>): string =>
  `/** What each sentence asks to be filled with. Written by npm run schemas from uk.json; not edited by hand. */
export type Slots = {
${Object.entries(dictionary)
  .map(([key, sentence]) => [key, slotsOf(sentence)] as const)
  .filter(([, slots]) => slots.length > 0)
  .map(([key, slots]) => `  "${key}": ${slots.map((slot) => `"${slot}"`).join(" | ")};\n`)
  .join("")}};
`;
