/** How many controls a key goes; Home and End go past any number of them. */
type Steps = Readonly<Record<string, number>>;

const ends: Steps = { Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY };
export const alongColumns: Steps = { ...ends, ArrowRight: 1, ArrowLeft: -1 };
export const downRows: Steps = { ...ends, ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Of controls that stand in a row one is in the order of Tab: the one the keyboard was on, else the first. */
export function oneInOrder(controls: readonly HTMLElement[]): void {
  const held = controls.find((control) => control === document.activeElement) ?? controls[0];
  for (const control of controls) control.tabIndex = control === held ? 0 : -1;
}

/** Buttons of a toolbar are one stop of Tab; arrows, Home and End go along those that are shown (ARIA APG, toolbar). */
export function oneStop(toolbar: HTMLElement): void {
  const buttons = () => [...toolbar.querySelectorAll<HTMLElement>("button:not([hidden])")];
  rove(toolbar, buttons, alongColumns);
  oneInOrder(buttons());
}

/** Keys go from control to control inside an element, `controlsOf` in their order now (ARIA APG, roving tabindex). */
export function rove(element: HTMLElement, controlsOf: () => HTMLElement[], steps: Steps): void {
  element.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const controls = controlsOf();
    const at = controls.indexOf(event.target as HTMLElement);
    if (step === undefined || at === -1) return;
    const next = controls[Math.max(0, Math.min(controls.length - 1, at + step))];
    if (!next) return;
    event.preventDefault();
    next.focus();
    oneInOrder(controls);
  });
}
