import { createEngine, type Engine } from "../engine.ts";
import { openTable } from "../source/open.ts";
import type { Ask, Told } from "./worker-engine.ts";

let opened: Promise<Engine> | undefined;

/** Answers questions about one table; a table that could not be fetched is fetched again when it is asked again. */
addEventListener("message", async ({ data: { id, table, method, args } }: MessageEvent<Ask>) => {
  const tell = (told: Told) => postMessage(told);
  try {
    opened ??= openTable(table).then((source) => createEngine(source, table.columns));
    const engine = (await opened) as Record<string, (...args: unknown[]) => unknown>;
    tell({ id, answer: await engine[method]?.(...args) });
  } catch (error) {
    opened = undefined;
    tell({ id, error: String(error) });
  }
});
