import { labelled, make } from "../../../find/browser/dom.ts";
import { copyButton } from "../../browser/copy.ts";
import type { Stage, Tool } from "../stage.ts";
import { createMenu } from "./menu.ts";

/** A frame on another site is as tall as the table with its tools, and not taller than this. */
const tallest = 900;
const tools = 80;

/** The menu with the view's address and the line that shows it on another site: both are written anew with every view. */
export function createShare(stage: Stage): Tool {
  const { host, speech } = stage;
  const { t } = speech;
  const address = readOnlyField();
  const code = readOnlyField();
  const content = make(
    "div",
    "",
    labelled(t("explore.link"), address),
    copyButton(() => address.value, t("code.copy"), t("code.copied")),
    labelled(t("embed.code"), code),
    copyButton(() => code.value, t("code.copy"), t("code.copied")),
    make("p", "quiet", t("explore.embedHint")),
  );
  const show = () => {
    address.value = new URL(stage.address(), location.href).href;
    code.value = frameOf(stage);
  };
  content.addEventListener("focusin", show);
  return { element: createMenu(host, t("explore.share"), content), show };
}

/** The line of HTML that shows the view on another site. */
function frameOf({ host, table, address }: Stage): string {
  const frame = new URL(address(host.dataset.embed), location.href).href;
  const height = Math.min(Math.ceil(host.getBoundingClientRect().height) + tools, tallest);
  const title = table.title.replaceAll('"', "&quot;");
  return `<iframe src="${frame.replaceAll("&", "&amp;")}" title="${title}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

function readOnlyField(): HTMLInputElement {
  const field = make("input", "");
  field.readOnly = true;
  field.addEventListener("focus", () => field.select());
  return field;
}
