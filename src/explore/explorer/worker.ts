import { answerWith } from "../../find/browser/thread.ts";
import { createEngine, type Engine } from "../engine.ts";
import { openTable } from "../source/open.ts";
import type { ExploredTable } from "../view.ts";

let opened: Promise<Engine> | undefined;

const methods = {
  /** Answers a question about one table; a table that could not be fetched is fetched again when it is asked again. */
  async ask(table: ExploredTable, method: keyof Engine, args: unknown[]): Promise<unknown> {
    try {
      opened ??= openTable(table).then((source) =>
        createEngine(source, table.columns, table.order, table.streets),
      );
      const engine = (await opened) as Record<string, (...args: unknown[]) => unknown>;
      return await engine[method]?.(...args);
    } catch (error) {
      opened = undefined;
      throw error;
    }
  },
};
export type EngineMethods = typeof methods;

answerWith(methods);
