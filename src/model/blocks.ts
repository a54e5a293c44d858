/** A report as blocks, the same for a terminal, a comment on GitHub and a page: each renderer escapes for itself. */
export type Span = string | { code: string } | { strong: string } | { link: string; href: string };
export type Line = readonly Span[];

export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "text"; line: Line }
  | { kind: "list"; items: readonly (Line | { line: Line; more: readonly Line[] })[] }
  | { kind: "table"; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: "details"; summary: string; blocks: readonly Block[] };
