/** A text and what in it is chosen, as a field for text has them. */
export type Chosen = { text: string; from: number; to: number };

/** What goes in place of a part of a text, and what is chosen then. */
export type TextEdit = {
  from: number;
  to: number;
  put: string;
  choose: [from: number, to: number];
};

/** Marks around what is chosen, or around words that stand in for it: «**жирний**». */
export function wrapText({ text, from, to }: Chosen, mark: string, standIn: string): TextEdit {
  const inside = from === to ? standIn : text.slice(from, to);
  const start = from + mark.length;
  return { from, to, put: mark + inside + mark, choose: [start, start + inside.length] };
}

/** A mark before each line that is touched: «- », «> », «## ». */
export function markLines({ text, from, to }: Chosen, mark: string): TextEdit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", to);
  const end = next < 0 ? text.length : next;
  const put = text
    .slice(start, end)
    .split("\n")
    .map((line) => mark + line.replace(/^(?:#{1,6} |[-*] |> )/, ""))
    .join("\n");
  return { from: start, to: end, put, choose: [start + put.length, start + put.length] };
}

/** A link to an address, whose words are what is chosen. */
export function linkText({ text, from, to }: Chosen, standIn: string): TextEdit {
  const words = from === to ? standIn : text.slice(from, to);
  const address = "https://";
  const start = from + words.length + 3;
  return { from, to, put: `[${words}](${address})`, choose: [start, start + address.length] };
}

/** A component on lines of its own after the line of what is chosen. */
export function placeBlock({ text, to }: Chosen, block: string): TextEdit {
  const next = text.indexOf("\n", to);
  const at = next < 0 ? text.length : next;
  const before = text.slice(0, at);
  const after = text.slice(at);
  const above =
    before.trim() === ""
      ? ""
      : before.endsWith("\n\n")
        ? ""
        : before.endsWith("\n")
          ? "\n"
          : "\n\n";
  const below = after.trim() === "" || after.startsWith("\n\n") ? "" : "\n";
  const put = `${above}${block}${below}`;
  const end = at + above.length + block.length;
  return { from: at, to: at, put, choose: [end, end] };
}
