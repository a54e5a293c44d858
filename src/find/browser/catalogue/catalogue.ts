import { counted } from "../../../i18n/plural.ts";
import { type FacetColumns, narrow, readFacetColumns } from "../../facet-columns.ts";
import { inOrder } from "../../order.ts";
import { fetchBound } from "../bound-file.ts";
import { type Answer, type Hit, openSearch } from "../search.ts";
import { missingItem, named, tellTaken } from "../told.ts";
import { createForm } from "./catalogue-form.ts";
import { createItems } from "./catalogue-items.ts";

/** Items shown at once. */
const shownAtOnce = 25;
/** Found records among which missing sets are looked for. */
const mostMissing = 10;

/**
 * The catalogue: facets with counts, text search and order, all of it in the address. What it needs to know of all the
 * sets are a few bytes of each; items that are not on this page are taken from the other pages of the list.
 */
class DataCatalogue extends HTMLElement {
  columns: Promise<FacetColumns> | undefined;
  search = openSearch(this.dataset.index ?? "", this.dataset);

  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector<HTMLInputElement>("#catalogue-q");
    const sort = this.querySelector<HTMLSelectElement>("#catalogue-sort");
    const list = this.querySelector<HTMLElement>("ul[data-list]");
    const reset = this.querySelector<HTMLButtonElement>("[data-reset]");
    const further = this.querySelector<HTMLButtonElement>("[data-further]");
    if (!form || !input || !sort || !list || !reset || !further) return;
    const details = form.querySelector("details");
    if (details) details.open = matchMedia("(min-width: 60rem)").matches;
    const asked = createForm({ form, input, sort, reset }, () => void show());
    const search = this.search;
    const item = createItems({
      first: [...list.querySelectorAll<HTMLElement>(":scope > li")],
      size: Number(this.dataset.sets),
      address: this.dataset.more ?? "",
      build: list.dataset.build,
    });
    const filtersWord = this.piece("filters")?.textContent ?? "";
    let turns = 0;
    let order: number[] = [];

    const show = async () => {
      const turn = ++turns;
      await answer(turn).catch(() => {
        if (turn === turns) this.admit(list, further);
      });
    };
    const answer = async (turn: number) => {
      const query = asked.query();
      const [columns, found] = await Promise.all([
        this.facetColumns(),
        query === "" ? undefined : search.find(query),
      ]);
      if (turn !== turns) return;
      const { scores, among } = setsOf(found, columns.sets);
      const { kept, counts } = narrow(columns, asked.chosen(), among);
      asked.showCounts(counts);
      order = inOrder(kept, asked.order(), { days: columns.days, scores });
      this.tell(kept.length, found?.partial === true);
      tellTaken(this.piece("taken") ?? null, found && kept.length > 0 ? found.takenFor : []);
      const owed = kept.length > 0 || !found ? [] : await this.missing(found);
      if (turn !== turns) return;
      this.tellMissing(owed);
      this.tellTaken(asked.taken(), filtersWord);
      reset.hidden = query === "" && asked.taken() === 0;
      await fill(shownAtOnce, turn);
    };
    const fill = async (most: number, turn: number) => {
      const items = await Promise.all(order.slice(0, most).map(item));
      if (turn !== turns) return;
      list.replaceChildren(...items.filter((one) => one !== undefined));
      further.hidden = order.length <= most;
    };
    further.addEventListener("click", async () => {
      const before = list.childElementCount;
      await fill(before + shownAtOnce, turns);
      list.children[before]?.querySelector("a")?.focus();
    });
    this.piece("again")?.addEventListener("click", () => location.reload());
    if (location.search !== "") void show();
  }

  piece = (name: string) => this.querySelector<HTMLElement>(`[data-${name}]`);

  /** Says how many sets are kept. The pages of the whole list lead nowhere from a part of it. */
  tell(kept: number, partial: boolean) {
    const [count, none, some, lost, pager] = ["count", "none", "partial", "lost", "pager"].map(
      this.piece,
    );
    if (lost) lost.hidden = true;
    if (count) count.textContent = counted(this, kept);
    if (none) none.hidden = kept > 0;
    if (some) some.hidden = !partial || kept === 0;
    if (pager) pager.hidden = true;
  }

  /** What was asked cannot be answered by this page: the list of all the sets would be taken for the answer. */
  admit(list: HTMLElement, further: HTMLElement) {
    const [count, lost] = ["count", "lost"].map(this.piece);
    if (count) count.textContent = "";
    for (const name of ["none", "partial", "taken", "missing"].map(this.piece))
      if (name) name.hidden = true;
    further.hidden = true;
    list.replaceChildren();
    if (lost) lost.hidden = false;
  }

  /** Mandated sets among what was found that nobody has published. */
  async missing({ results }: Answer): Promise<Hit[]> {
    const hits = await Promise.all(results.slice(0, mostMissing).map(this.search.load));
    const missing = hits.filter(({ kind }) => kind === "missing");
    return Promise.all(missing.map((hit) => named(hit, document.documentElement.lang)));
  }

  /** Shows them in the place of the sets there are none of. */
  tellMissing(owed: readonly Hit[]) {
    const [list, none] = [this.piece("missing"), this.piece("none")];
    if (!list || !none) return;
    list.hidden = owed.length === 0;
    list.replaceChildren(...owed.map((hit) => missingItem(this, hit)));
    if (owed.length > 0) none.hidden = true;
  }

  /** Says over the filters how many of their values are taken. */
  tellTaken(taken: number, word: string) {
    const summary = this.piece("filters");
    if (!summary) return;
    const counting = summary.dataset.filters ?? "";
    summary.textContent = taken === 0 ? word : counting.replace("{count}", String(taken));
  }

  facetColumns(): Promise<FacetColumns> {
    this.columns ??= fetchBound(this.dataset.facets ?? "")
      .then((response) => response.arrayBuffer())
      .then(readFacetColumns)
      .catch((error) => {
        this.columns = undefined;
        throw error;
      });
    return this.columns;
  }
}

/** Sets among what a search found, by their places, and how well each answers; nothing where nothing was looked for. */
function setsOf(found: Answer | undefined, sets: number) {
  if (!found) return {};
  const scores = new Map<number, number>();
  const among = new Uint8Array(sets);
  for (const { record, score } of found.results)
    if (record < sets) {
      scores.set(record, score);
      among[record] = 1;
    }
  return { scores, among };
}

customElements.define("data-catalogue", DataCatalogue);
