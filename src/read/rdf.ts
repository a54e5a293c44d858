import jsonld from "jsonld";
import { Parser, type Quad } from "n3";

/** A published catalogue in JSON-LD, Turtle or N-Triples → its triples. Throws where the text is none of them. */
export async function parseRdf(text: string): Promise<Quad[]> {
  if (!/^\s*[[{]/.test(text)) return new Parser({ format: "Turtle" }).parse(text);
  // A context that has to be fetched is refused: a harvester behind a firewall could not read the file either.
  const documentLoader = (url: string) =>
    Promise.reject(new Error(`Контекст ${url} не в самому файлі.`));
  const options = { format: "application/n-quads", documentLoader, safe: true } as const;
  return new Parser().parse(String(await jsonld.toRDF(JSON.parse(text), options)));
}
