/** What a thread can be asked: names of its methods. */
type Methods = Record<string, (...args: never[]) => unknown>;
type Question = { id: number; method: string; args: unknown[] };
type Told = { id: number } & ({ answer: unknown } | { error: string });

/** A thread as the page sees it. */
export type Thread<M extends Methods> = {
  /** Throws what the method threw, in words; and where the thread's script did not come or failed. */
  ask<N extends keyof M & string>(
    method: N,
    ...args: Parameters<M[N]>
  ): Promise<Awaited<ReturnType<M[N]>>>;
  /** Opens the thread before it is asked anything, so that the first answer comes sooner. */
  open(): void;
  /** Ends the thread: what it was asked fails with the reason, the next question opens another. */
  end(reason: Error): void;
};

/** A thread that is opened with the first question, and again where it failed or was ended. */
export function openThread<M extends Methods>(open: () => Worker): Thread<M> {
  const waiting = new Map<number, { told(answer: unknown): void; failed(error: Error): void }>();
  let last = 0;
  let worker: Worker | undefined;

  function fail(reason: Error): void {
    worker = undefined;
    for (const { failed } of waiting.values()) failed(reason);
    waiting.clear();
  }
  function start(): Worker {
    const fresh = open();
    fresh.onmessage = ({ data }: MessageEvent<Told>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) asked?.failed(new Error(data.error));
      else asked?.told(data.answer);
    };
    // A worker whose script did not come answers nothing ever.
    fresh.onerror = ({ message }) => fail(new Error(message));
    return fresh;
  }

  return {
    ask: (method, ...args) =>
      new Promise((told, failed) => {
        waiting.set(++last, { told: told as (answer: unknown) => void, failed });
        worker ??= start();
        worker.postMessage({ id: last, method, args } satisfies Question);
      }),
    open() {
      worker ??= start();
    },
    end(reason) {
      worker?.terminate();
      fail(reason);
    },
  };
}

/** Answers a page's questions: to be called once, by the script of the thread. */
export function answerWith(methods: Methods): void {
  addEventListener("message", async ({ data }: MessageEvent<Question>) => {
    const { id, method, args } = data;
    const tell = (told: Told) => postMessage(told);
    try {
      tell({ id, answer: await methods[method]?.(...(args as never[])) });
    } catch (error) {
      tell({ id, error: String(error) });
    }
  });
}
