import { make } from "../../../find/browser/dom.ts";
import { type Field, field } from "./field.ts";
import { matching, type Option } from "./matching.ts";

/** Several things of many: they are found by words, and what is chosen stays in sight. */
export function severalField(
  given: Omit<Field, "kind" | "value" | "change" | "options">,
  options: readonly Option[],
  chosen: readonly string[],
  change: (chosen: string[]) => void,
): HTMLElement {
  const ticked = new Set(chosen);
  const list = make("div", "options");
  const box = ({ value, label }: Option) => {
    const input = make("input", "");
    input.type = "checkbox";
    input.id = `${given.id}-${value}`;
    input.checked = ticked.has(value);
    input.addEventListener("change", () => {
      if (input.checked) ticked.add(value);
      else ticked.delete(value);
      change([...ticked]);
    });
    const name = make("label", "", label);
    name.htmlFor = input.id;
    return make("div", "option", input, name);
  };
  const show = (asked: string) => {
    const first = options.filter(({ value }) => ticked.has(value));
    const found = matching(options, asked).filter(({ value }) => !ticked.has(value));
    list.replaceChildren(...[...first, ...found].map(box));
  };
  const search = field({ ...given, kind: "line", value: "", change: show });
  show("");
  search.append(list);
  return search;
}
