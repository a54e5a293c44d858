import type { Block, Line, Span } from "../../model/blocks.ts";

/** U+2060, word joiner: seen by nobody, and enough to keep GitHub from making a link or a mention of what follows. */
const joiner = "\u2060";

/**
 * Text of others inside Markdown on GitHub: nothing in it is a mark, a tag, a link, a mention or a reference. Entities
 * alone do not do: GitHub looks for mentions and addresses after they are decoded.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/g, "")
    .replace(/([@#])(?=[\p{L}\d])/gu, `$1${joiner}`)
    .replace(/\bGH-(?=\d)/gi, `GH-${joiner}`)
    .replace(/:\/\//g, `:${joiner}//`)
    .replace(/\bwww\./gi, `www${joiner}.`)
    // Seven digits are enough for GitHub to see a commit.
    .replace(/\b[0-9a-f]{7,40}\b/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${joiner}`))
    .replace(/[\\`*_{}[\]!|<>~&@#]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/^(\s*)([-+=]|\d+[.)])/, `$1${joiner}$2`);

/** A value as code: GitHub makes nothing of what is in it. The fence is longer than any run of its own marks. */
export function codeMarkdown(value: string): string {
  const text = value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/g, "")
    // A bar ends a cell of a table even inside code.
    .replaceAll("|", "¦");
  if (text.trim() === "") return "";
  const fence = "`".repeat(
    1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const pad = /^`|`$|^ | $/.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A word GitHub would make a link or a mention of: a hash or a code of seven digits, an address, a mailbox, «#1». */
const live =
  /[^\s«»„“"(),;]{0,200}(?:[@#][\p{L}\d]|:\/\/|\bwww\.|\bGH-\d|\b[0-9a-f]{7,40}\b)[^\s«»„“"(),;]{0,200}/giu;

/** Text of others in a line: live words become code, so that who copies an identifier copies no invisible character. */
export function proseMarkdown(text: string): string {
  let [out, from] = ["", 0];
  for (const { 0: word, index } of text.matchAll(live)) {
    const ending = /[.!?:]+$/.exec(word)?.[0] ?? "";
    const kept = word.slice(0, word.length - ending.length);
    out = joined(out, escapeMarkdown(text.slice(from, index)), codeMarkdown(kept));
    from = index + kept.length;
  }
  return joined(out, escapeMarkdown(text.slice(from)));
}

/** Two pieces of code side by side would be one. */
const joined = (...parts: readonly string[]): string =>
  parts.reduce(
    (text, part) => text + (text.endsWith("`") && part.startsWith("`") ? " " : "") + part,
    "",
  );

/** An address as the target of a link that nothing in it can close. */
const target = (href: string): string =>
  encodeURI(href.toWellFormed()).replace(
    /[()@]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const span = (part: Span): string =>
  typeof part === "string"
    ? proseMarkdown(part)
    : "code" in part
      ? codeMarkdown(part.code)
      : "strong" in part
        ? `**${proseMarkdown(part.strong)}**`
        : `[${escapeMarkdown(part.link)}](${target(part.href)})`;

const line = (parts: Line): string => joined(...parts.map(span));

function renderBlock(block: Block): string {
  if (block.kind === "heading")
    return `${"#".repeat(block.level + 1)} ${proseMarkdown(block.text)}\n`;
  if (block.kind === "text") return `${line(block.line)}\n`;
  if (block.kind === "list")
    return block.items
      .map((item) =>
        "more" in item
          ? `- ${line(item.line)}\n${item.more.map((more) => `  - ${line(more)}\n`).join("")}`
          : `- ${line(item)}\n`,
      )
      .join("");
  if (block.kind === "table")
    return [
      `| ${block.head.map(escapeMarkdown).join(" | ")} |`,
      `| ${block.head.map(() => "---").join(" | ")} |`,
      ...block.rows.map((row) => `| ${row.map(codeMarkdown).join(" | ")} |`),
      "",
    ].join("\n");
  return `<details><summary>${escapeMarkdown(block.summary)}</summary>\n\n${renderMarkdown(block.blocks)}\n</details>\n`;
}

const tooLong = "\n\n*Звіт обрізано: повний — у підсумку перевірки.*\n";

/** Blocks → Markdown for GitHub, cut between blocks at `limit` characters: a comment holds 65 536, a summary 1 MiB. */
export function renderMarkdown(blocks: readonly Block[], limit = Number.POSITIVE_INFINITY): string {
  let text = "";
  for (const block of blocks) {
    const next = `${text === "" ? "" : "\n"}${renderBlock(block)}`;
    if (text.length + next.length > limit - tooLong.length) return `${text}${tooLong}`;
    text += next;
  }
  return text;
}
