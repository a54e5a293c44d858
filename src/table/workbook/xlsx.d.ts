import type { ParsingOptions, WorkBook } from "@e965/xlsx";

/** What the library exports and does not describe. */
declare module "@e965/xlsx" {
  /** Parts of an archive, opened: a container of its own CFB library. */
  type OpenedArchive = {
    FullPaths: string[];
    FileIndex: { name: string; type: 2; content: Uint8Array }[];
  };
  export function parse_zip(archive: OpenedArchive, options?: ParsingOptions): WorkBook;
}
