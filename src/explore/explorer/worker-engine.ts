import type { Engine } from "../engine.ts";
import type { ExploredTable } from "../view.ts";

/** A question to the worker: a method of its engine and what it is asked with. */
export type Ask = { id: number; table: ExploredTable; method: keyof Engine; args: unknown[] };
export type Told = { id: number } & ({ answer: unknown } | { error: string });

/** The engine as it is seen from the page: every answer takes time. */
export type RemoteEngine = {
  [M in keyof Engine]: (...args: Parameters<Engine[M]>) => Promise<Awaited<ReturnType<Engine[M]>>>;
};

/** An engine of this very thread, for tables that are small and already here. */
export const nearEngine = (engine: Engine): RemoteEngine =>
  new Proxy({} as RemoteEngine, {
    get:
      (_, method) =>
      async (...args: unknown[]) =>
        (engine as Record<string, (...args: unknown[]) => unknown>)[String(method)]?.(...args),
  });

/** The engine of a table, in a thread of its own: the page never waits for it. */
export function openEngine(table: ExploredTable): RemoteEngine {
  const waiting = new Map<number, { told(answer: unknown): void; failed(error: Error): void }>();
  let last = 0;
  let worker: Worker | undefined;
  function open(): Worker {
    const fresh = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    fresh.onmessage = ({ data }: MessageEvent<Told>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) asked?.failed(new Error(data.error));
      else asked?.told(data.answer);
    };
    // A worker whose script did not come answers nothing ever: the next question opens another.
    fresh.onerror = ({ message }) => {
      worker = undefined;
      for (const { failed } of waiting.values()) failed(new Error(message));
      waiting.clear();
    };
    return fresh;
  }
  return new Proxy({} as RemoteEngine, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        new Promise((told, failed) => {
          waiting.set(++last, { told, failed });
          const ask: Ask = { id: last, table, method: method as keyof Engine, args };
          worker ??= open();
          worker.postMessage(ask);
        }),
  });
}
