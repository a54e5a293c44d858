/** A file as the portal sees it, wherever it comes from: a folder, a git commit or a test. */
export type TreeFile = {
  size: number;
  /**
   * A link may point out of the portal, a submodule is another repository, and a special file (a pipe, a device) may
   * never end: none is opened, only reported.
   */
  kind: "file" | "symlink" | "submodule" | "special";
  /** Marked as a program: no file of data is one. */
  executable?: boolean;
  /** What git calls this content: the same name, the same bytes. */
  blob?: string;
  /** SHA-256 of the content, where it was held against it before: 64 small hex digits. */
  sha256?: string;
  bytes(): Uint8Array;
  /** The same in parts, of a file that may be larger than memory. */
  parts?(): Iterable<Uint8Array>;
};

/** Bytes of a file that is opened: what a browser may upload to GitHub. A larger one is told of, and not read. */
export const largestFile = 25 * 1024 * 1024;
/** Bytes of a description, a card or an entry that is opened: a hundred times what a person writes. */
export const largestText = 2_000_000;

/** Path from the portal's root (forward slashes, sorted) → file. Folders are implied. */
export type Tree = ReadonlyMap<string, TreeFile>;

/** The text of a UTF-8 file; bytes that are not UTF-8 become U+FFFD and are reported by the rules on encoding. */
export const textOf = (file: TreeFile): string => new TextDecoder().decode(file.bytes());

/** A tree made of literal texts: how rules write their examples. */
export const treeOf = (files: Record<string, string | Uint8Array>): Tree =>
  new Map(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, content]) => {
        const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
        return [path, { size: bytes.byteLength, kind: "file", bytes: () => bytes }];
      }),
  );
