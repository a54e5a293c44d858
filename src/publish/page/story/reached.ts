/** Which fields of a form a person has come to: the furthest that had the focus and those before it, or all. */
export function reachedIn(form: HTMLElement): { has(field: Element): boolean; all(): void } {
  let furthest: Element | undefined;
  let isAll = false;
  const isAfter = (field: Element, one: Element) =>
    Boolean(one.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  form.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && (!furthest || isAfter(target, furthest))) furthest = target;
  });
  return {
    has: (field) => isAll || (furthest !== undefined && !isAfter(field, furthest)),
    all() {
      isAll = true;
    },
  };
}
