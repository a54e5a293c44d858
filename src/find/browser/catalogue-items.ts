/** Items of the whole list by their places: what is not on this page is taken from the other pages, each fetched once. */
export function createItems({
  first,
  size,
  address,
}: {
  /** Items of the first page. */
  first: HTMLElement[];
  /** Items of a page. */
  size: number;
  /** What the addresses of pages begin with. */
  address: string;
}) {
  const pages = new Map([[1, Promise.resolve(first)]]);

  async function fetchPage(page: number): Promise<HTMLElement[]> {
    const response = await fetch(`${address}${page}/`);
    const text = response.ok ? await response.text() : "";
    const read = new DOMParser().parseFromString(text, "text/html");
    return [...read.querySelectorAll<HTMLElement>("ul.register > li")].map((item) =>
      document.importNode(item, true),
    );
  }

  /** The item of a set by its place in the whole list. */
  return async (set: number): Promise<HTMLElement | undefined> => {
    const page = Math.floor(set / size) + 1;
    const known = pages.get(page) ?? fetchPage(page);
    pages.set(page, known);
    return (await known)[set % size];
  };
}
