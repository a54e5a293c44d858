export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An error in a few words. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Asks again what may pass by itself: no connection, no answer in time, half an answer.
 * @param pauses milliseconds before each further try; as many tries and one more
 * @param isFinal errors that asking again will not change
 * @throws the last error
 */
export async function retry<Answer>(
  ask: () => Promise<Answer>,
  pauses: readonly number[],
  isFinal: (error: unknown) => boolean,
): Promise<Answer> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (isFinal(error)) throw error;
      await wait(pause);
    }
  }
  return ask();
}
