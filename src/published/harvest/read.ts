/** A triple, as any RDF/JS library has it. */
export type Triple = {
  subject: { termType: string; value: string };
  predicate: { value: string };
  object: { termType: string; value: string };
};

/** A dataset as harvesters see it. */
export type HarvestedDataset = {
  iri: string;
  /** Whether it has an IRI at all: a blank node gets another name in every file. */
  named: boolean;
  identifiers: string[];
  /** Other names it goes by (adms:identifier): a renamed set names the old one here. */
  aliases?: string[];
  title: string;
  /** By IRI: address to download from, or to open. */
  files: Map<string, string>;
  /** Everything said of it and of its files, in an order of its own: equal texts are an unchanged dataset. */
  content: string;
};

export type HarvestedCatalogue = {
  datasets: HarvestedDataset[];
  /** Address of the next page, where there is one. */
  next: string | undefined;
};

const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";
const adms = "http://www.w3.org/ns/adms#";
const notation = "http://www.w3.org/2004/02/skos/core#notation";
const hydra = "http://www.w3.org/ns/hydra/core#";
const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Triples of a catalogue → its datasets: every node typed dcat:Dataset, whoever points at it, as ckanext-dcat takes them. */
export function readHarvest(triples: readonly Triple[]): HarvestedCatalogue {
  const nodes = new Map<string, Triple[]>();
  for (const triple of triples) {
    const known = nodes.get(triple.subject.value);
    if (known) known.push(triple);
    else nodes.set(triple.subject.value, [triple]);
  }
  const values = (node: string, property: string): string[] =>
    (nodes.get(node) ?? [])
      .filter(({ predicate }) => predicate.value === property)
      .map(({ object }) => object.value);
  // A graph is a set: a triple written twice is one. Names of blank nodes are another file's in the next one.
  const contentOf = (node: string, seen: readonly string[]): string =>
    [
      ...new Set(
        (nodes.get(node) ?? []).map(({ predicate, object }) =>
          object.termType === "BlankNode"
            ? `${predicate.value} [${seen.includes(object.value) ? "" : contentOf(object.value, [...seen, object.value])}]`
            : `${predicate.value} ${JSON.stringify(object)}`,
        ),
      ),
    ]
      .sort()
      .join("\n");
  const sets = triples.filter(
    ({ predicate, object }) => predicate.value === type && object.value === `${dcat}Dataset`,
  );
  return {
    datasets: sets.map(({ subject }) => {
      const files = values(subject.value, `${dcat}distribution`);
      return {
        iri: subject.value,
        named: subject.termType === "NamedNode",
        identifiers: values(subject.value, `${dct}identifier`),
        aliases: values(subject.value, `${adms}identifier`).flatMap((other) =>
          values(other, notation),
        ),
        title: values(subject.value, `${dct}title`)[0] ?? "",
        files: new Map(
          files.map((file) => [
            file,
            values(file, `${dcat}downloadURL`)[0] ?? values(file, `${dcat}accessURL`)[0] ?? "",
          ]),
        ),
        content: [subject.value, ...[...files].sort()]
          .map((node) => contentOf(node, []))
          .join("\n\n"),
      };
    }),
    next: triples.find(({ predicate }) => predicate.value === `${hydra}next`)?.object.value,
  };
}
