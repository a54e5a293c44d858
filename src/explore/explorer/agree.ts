import { button } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";

/** Bytes that are fetched without asking the reader, who may be paying for them. */
const unasked = 3_000_000;

/** Resolves at once where little is to be fetched; else when the reader says so, at the notice that tells how much. */
export function agreed(notice: HTMLElement, bytes: number, { t, size }: Speech): Promise<void> {
  notice.hidden = bytes <= unasked;
  if (notice.hidden) return Promise.resolve();
  return new Promise((go) => {
    notice.replaceChildren(
      `${t("explore.cost", { size: size(bytes) })} `,
      button(t("explore.costAgreed"), "", () => {
        notice.hidden = true;
        go();
      }),
    );
  });
}

/** Says at a notice that a file did not come, and tries again when it is asked. */
export function failed(notice: HTMLElement, { t }: Speech, again: () => void): void {
  notice.hidden = false;
  notice.replaceChildren(
    `${t("explore.failed")} `,
    button(t("explore.again"), "", () => again()),
  );
}
