/** A pattern is for programs and may look like anything. */
const forPrograms = new Set(["pattern"]);

export type Text = { path: PropertyKey[]; text: string };

/** Every text of a value people wrote, with its place. */
export function textsOf(value: unknown, path: PropertyKey[] = []): Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !forPrograms.has(key))
    .flatMap(([key, inner]) => textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}
