/**
 * A frame on another site is one page for both languages: Ukrainian, and English where its address asks for it. It runs
 * before what it shows comes to life, so that only one of the two ever does.
 */
import { asksEnglish } from "../frame-language.ts";

const english = document.querySelector<HTMLTemplateElement>("template[data-title]");
if (english && asksEnglish(location)) {
  document.documentElement.lang = "en";
  document.title = english.dataset.title ?? "";
  document.querySelector("main")?.replaceChildren(english.content);
}
