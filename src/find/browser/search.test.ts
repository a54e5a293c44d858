import { expect, test } from "vitest";
import { corpus } from "../../test/corpus.ts";
import { openSite } from "../../test/fixtures/browser.ts";

const site = openSite();

test("the search finds the dataset for at least 99 % of the corpus", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/search/`);
  const found = await page.evaluate(
    async (queries) => {
      type Results = Element & { search: unknown; connectedCallback(): Promise<void> };
      const first = document.querySelector("search-results") as Results;
      /** What the page lists first: the page is as it comes, but for the index, which it has already. */
      const listed = async (query: string) => {
        history.replaceState(null, "", `?q=${encodeURIComponent(query)}`);
        const old = document.querySelector("search-results");
        const fresh = first.cloneNode(true) as Results;
        fresh.search = first.search;
        fresh.querySelector("ul")?.replaceChildren();
        const ready = new Promise<void>((done) => {
          new MutationObserver((_, observer) => {
            const status = fresh.querySelector("[data-status]")?.textContent ?? "";
            if (status === "" || status === fresh.getAttribute("data-wait")) return;
            observer.disconnect();
            queueMicrotask(done);
          }).observe(fresh, { subtree: true, childList: true, characterData: true });
        });
        old?.replaceWith(fresh);
        await ready;
        return [...fresh.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
      };
      const lists: string[][] = [];
      for (const query of queries) lists.push(await listed(query));
      return lists;
    },
    corpus.map(([query]) => query),
  );
  const missed = corpus.flatMap(([query, dataset], at) =>
    found[at]?.some((path) => path.endsWith(`/dataset/${dataset}/`))
      ? []
      : [`${query} → ${dataset}`],
  );
  const recall = 1 - missed.length / corpus.length;
  process.stdout.write(
    `search recall ${recall.toFixed(4)} on ${corpus.length} queries; missed: ${missed.join("; ")}\n`,
  );
  expect(corpus.length).toBeGreaterThanOrEqual(120);
  expect(recall).toBeGreaterThanOrEqual(0.99);
});
