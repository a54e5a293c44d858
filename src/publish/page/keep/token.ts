/**
 * The key a person gave for GitHub: held by this page, and by the browser only where the person asked for it. Nobody else
 * is ever given it: it goes to the forge's API and nowhere else.
 */
const place = "open-data-portal-token";
let held: string | undefined;

/** What the browser keeps; a browser that keeps nothing has nothing. */
function stored(): string | undefined {
  try {
    return localStorage.getItem(place) ?? undefined;
  } catch {
    return undefined;
  }
}

export const token = {
  read: (): string | undefined => held ?? stored(),
  isKept: (): boolean => stored() !== undefined,
  use(value: string, isKept: boolean): void {
    held = value;
    try {
      if (isKept) localStorage.setItem(place, value);
      else localStorage.removeItem(place);
    } catch {
      // Kept by the page alone then.
    }
  },
  forget(): void {
    held = undefined;
    try {
      localStorage.removeItem(place);
    } catch {
      // Nothing was kept.
    }
  },
};
