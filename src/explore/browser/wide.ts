import { counted } from "../../i18n/plural.ts";

/** Columns of a table whose beginning lies to the right of what its frame shows. */
function beyond(frame: HTMLElement): number {
  const edge = frame.getBoundingClientRect().right - 8;
  return [...frame.querySelectorAll<HTMLElement>("thead th")].filter(
    (header) => header.offsetWidth > 0 && header.getBoundingClientRect().left >= edge,
  ).length;
}

/**
 * Says of a table wider than its frame how many columns stand to the right, and leads to them; shows long cells whole
 * when it is asked. Made once for a table, however often it is called.
 */
export function watchWide(host: HTMLElement): void {
  const frame = host.querySelector<HTMLElement>(".scroll");
  if (!frame || frame.dataset.watched !== undefined) return;
  frame.dataset.watched = "";
  const more = host.querySelector<HTMLElement>("[data-more]");
  const look = () => {
    const hidden = frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 8;
    frame.classList.toggle("more", hidden);
    frame.classList.toggle("moved", frame.scrollLeft > 8);
    if (!more) return;
    const columns = hidden ? beyond(frame) : 0;
    more.hidden = columns === 0;
    more.textContent = counted(more, columns);
  };
  more?.addEventListener("click", () => {
    frame.scrollBy({ left: frame.clientWidth * 0.7 });
  });
  frame.addEventListener("scroll", look, { passive: true });
  const sizes = new ResizeObserver(look);
  sizes.observe(frame);
  for (const table of frame.children) sizes.observe(table);
  frame.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-unfold]");
    const cell = button?.closest("td");
    if (!button || !cell) return;
    const open = cell.classList.toggle("whole");
    button.setAttribute("aria-expanded", String(open));
    button.textContent = (open ? button.dataset.fold : button.dataset.unfold) ?? "";
  });
}
