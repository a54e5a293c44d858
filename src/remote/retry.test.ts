import { expect, test } from "vitest";
import { retry } from "./retry.ts";

/** What answers after so many failures, and how often it was asked. */
function failing(times: number) {
  const asked: string[] = [];
  return {
    asked,
    ask: async () => {
      asked.push("asked");
      if (asked.length <= times) throw new Error(`failure ${asked.length}`);
      return "answer";
    },
  };
}
const never = () => false;

test("what passes by itself is asked again, as often as there are pauses", async () => {
  const once = failing(1);
  expect(await retry(once.ask, [0, 0], never)).toBe("answer");
  expect(once.asked).toHaveLength(2);
  const always = failing(9);
  await expect(retry(always.ask, [0, 0], never)).rejects.toThrow("failure 3");
  expect(always.asked).toHaveLength(3);
});

test("what asking again will not change is thrown at once", async () => {
  const refused = failing(9);
  await expect(retry(refused.ask, [0, 0], () => true)).rejects.toThrow("failure 1");
  expect(refused.asked).toHaveLength(1);
});

test("without pauses it is asked once", async () => {
  const one = failing(1);
  await expect(retry(one.ask, [], never)).rejects.toThrow("failure 1");
});
