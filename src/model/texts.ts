/** A pattern is for programs and may look like anything. */
const forPrograms = new Set(["pattern"]);

export type Text = { path: PropertyKey[]; text: string };

/** Every text of a value people wrote, with its place. */
export function textsOf(value: unknown): Text[] {
  const found: Text[] = [];
  // Into one list: rules ask this of every passport, and lists of lists took most of the time.
  const look = (part: unknown, path: PropertyKey[]): void => {
    if (typeof part === "string") found.push({ path, text: part });
    else if (Array.isArray(part))
      for (const [index, inner] of part.entries()) look(inner, [...path, index]);
    else if (typeof part === "object" && part !== null)
      for (const [key, inner] of Object.entries(part))
        if (!forPrograms.has(key)) look(inner, [...path, key]);
  };
  look(value, []);
  return found;
}
