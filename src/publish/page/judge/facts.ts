import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";

/** What the portal says of itself, asked once a visit. Throws where it cannot be reached. */
export function openFacts(files: string): () => Promise<PortalFacts> {
  let asked: Promise<PortalFacts> | undefined;
  return () => {
    asked ??= fetch(`${files}/publish/portal.json`, { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) throw new Error(`portal.json: ${answer.status}`);
      return answer.json() as Promise<PortalFacts>;
    });
    // What failed is asked again the next time.
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}
