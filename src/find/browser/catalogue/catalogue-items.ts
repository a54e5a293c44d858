/** Items of the whole list by their places: what is not on this page is taken from the other pages, each fetched once. */
export function createItems({
  first,
  size,
  address,
  build,
}: {
  /** Items of the first page. */
  first: HTMLElement[];
  /** Items of a page. */
  size: number;
  /** What the addresses of pages begin with. */
  address: string;
  /** What the list's pages are marked with: all of one build, or the places in them are of different lists. */
  build: string | undefined;
}) {
  const pages = new Map([[1, Promise.resolve(first)]]);

  async function fetchPage(page: number): Promise<HTMLElement[]> {
    const list = (await readList(page)) ?? (await readList(page, "reload"));
    if (!list) throw new Error(`Page ${page} is of another list.`);
    return [...list.querySelectorAll<HTMLElement>(":scope > li")].map((item) =>
      document.importNode(item, true),
    );
  }
  /** The list of a page; nothing where it is of another build. */
  async function readList(page: number, cache?: RequestCache): Promise<HTMLElement | undefined> {
    const response = await fetch(`${address}${page}/`, { ...(cache ? { cache } : {}) });
    const text = response.ok ? await response.text() : "";
    const list = new DOMParser()
      .parseFromString(text, "text/html")
      .querySelector<HTMLElement>("ul.register");
    return list && list.dataset.build === build ? list : undefined;
  }

  /** The item of a set by its place in the whole list. */
  return async (set: number): Promise<HTMLElement | undefined> => {
    const page = Math.floor(set / size) + 1;
    const known = pages.get(page) ?? fetchPage(page);
    pages.set(page, known);
    return (await known)[set % size];
  };
}
