import { openThread } from "../../find/browser/thread.ts";
import type { Engine } from "../engine.ts";
import type { ExploredTable } from "../view.ts";
import type { EngineMethods } from "./worker.ts";

/** The engine as it is seen from the page: every answer takes time. */
export type RemoteEngine = {
  [M in keyof Engine]: (...args: Parameters<Engine[M]>) => Promise<Awaited<ReturnType<Engine[M]>>>;
};

/** An engine whose every method is asked in one way. */
const askedBy = (ask: (method: keyof Engine, args: unknown[]) => Promise<unknown>): RemoteEngine =>
  new Proxy({} as RemoteEngine, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        ask(method as keyof Engine, args),
  });

/** An engine of this very thread, for tables that are small and already here. */
export const nearEngine = (engine: Engine): RemoteEngine =>
  askedBy(async (method, args) =>
    (engine as Record<string, (...args: unknown[]) => unknown>)[method]?.(...args),
  );

/** The engine of a table, in a thread of its own: the page never waits for it. */
export function openEngine(table: ExploredTable): RemoteEngine {
  const thread = openThread<EngineMethods>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  );
  return askedBy((method, args) => thread.ask("ask", table, method, args));
}
