import { expect, test } from "vitest";
import { corpus } from "../../test/corpus.ts";
import { openSite } from "../../test/fixtures/browser.ts";

const site = openSite();

test("the search finds the dataset for at least 99 % of the corpus", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/search/`);
  const missed: string[] = [];
  for (const [query, dataset] of corpus) {
    await page.evaluate(
      (value) => history.replaceState(null, "", `?q=${encodeURIComponent(value)}`),
      query,
    );
    const paths = await page.evaluate(async () => {
      const old = document.querySelector("search-results");
      const fresh = old?.cloneNode(true) as
        | (Element & { connectedCallback(): Promise<void> })
        | undefined;
      if (!old || !fresh) return [];
      fresh.querySelector("ul")?.replaceChildren();
      const ready = new Promise<void>((done) => {
        new MutationObserver((_, observer) => {
          const status = fresh.querySelector("[data-status]")?.textContent ?? "";
          if (status === "" || status === fresh.getAttribute("data-wait")) return;
          observer.disconnect();
          queueMicrotask(done);
        }).observe(fresh, { subtree: true, childList: true, characterData: true });
      });
      old.replaceWith(fresh);
      await ready;
      return [...fresh.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
    });
    if (!paths.some((path) => path.endsWith(`/dataset/${dataset}/`)))
      missed.push(`${query} → ${dataset}`);
  }
  const recall = 1 - missed.length / corpus.length;
  process.stdout.write(
    `search recall ${recall.toFixed(4)} on ${corpus.length} queries; missed: ${missed.join("; ")}\n`,
  );
  expect(corpus.length).toBeGreaterThanOrEqual(120);
  expect(recall).toBeGreaterThanOrEqual(0.99);
});
