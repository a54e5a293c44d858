import { expect, test } from "vitest";
import type { Thread } from "../../../../find/browser/thread.ts";
import { sourceOf } from "../../../../table/scan/encoding.ts";
import type { Edit } from "../../core/edits.ts";
import type { GridMethods } from "../../grid-worker.ts";
import { createJudging } from "../../judge/judging.ts";
import { createSession } from "./session.ts";

const noPause = async () => {};
const set = (row: number, text: string): Edit => ({ kind: "set", row, column: 1, text });

/** A session over a judge of this very thread, which tells what it is asked; the first `lost` questions of judging fail. */
async function openSession(lost = 0) {
  const judging = createJudging();
  const bytes = new TextEncoder().encode('id,sum\n1,"12,5"\n2,3.5\n3,4.5\n');
  const file = new File([bytes], "table.csv");
  const asked: unknown[][] = [];
  let failing = lost;
  let edits: readonly Edit[] = [];
  const open = () => judging.open(file.name, sourceOf(bytes), {}, noPause);
  const methods: { [M in keyof GridMethods]: (...args: never[]) => unknown } = {
    open,
    async judge(kept: number, added: Edit[], structure: string | undefined) {
      if (failing-- > 0) throw new Error("lost");
      edits = [...edits.slice(0, kept), ...added];
      return judging.judge(edits, structure, noPause);
    },
    places: () => judging.places(noPause),
    preview: judging.preview,
    clean: () => judging.clean(noPause),
  };
  const thread = {
    async ask(method: keyof GridMethods, ...args: never[]) {
      asked.push([method, ...args]);
      return methods[method](...args);
    },
    open() {},
    end() {},
  } as unknown as Thread<GridMethods>;
  const opened = await open();
  if (!opened.table) throw new Error("No rows.");
  const told: string[] = [];
  const session = createSession(thread, file, { ...opened, table: opened.table }, {}, (change) =>
    told.push(change),
  );
  return { session, asked, told, ofJudge: () => asked.filter(([method]) => method === "judge") };
}

test("edits that come quickly are judged once, and only what is new is sent", async () => {
  const { session, ofJudge } = await openSession();
  session.do(set(1, "1"));
  session.do(set(1, "12.5"));
  expect(session.isWaiting()).toBe(true);
  await expect.poll(() => session.isWaiting()).toBe(false);
  expect(ofJudge()).toEqual([["judge", 0, [set(1, "1"), set(1, "12.5")], undefined]]);
  expect(session.judged().findings).toEqual([]);
  session.undo();
  session.do(set(2, "7"));
  await expect.poll(() => session.isWaiting()).toBe(false);
  expect(ofJudge()[1]).toEqual(["judge", 1, [set(2, "7")], undefined]);
});
test("a clean table is of the cells as they are now, whatever was typed a moment ago", async () => {
  const { session } = await openSession();
  session.do(set(2, "99"));
  const { clean, repairs } = await session.clean();
  expect(await clean.text()).toBe("id,sum\n1,12.5\n2,99\n3,4.5\n");
  expect(repairs.map(({ rule }) => rule)).toEqual(["numbers-written"]);
});
test("a lost thread is opened again with the same file", async () => {
  const { session, asked } = await openSession(1);
  session.do(set(1, "12.5"));
  await expect.poll(() => session.isWaiting()).toBe(false);
  expect(asked.map(([method]) => method)).toContain("open");
  expect([session.isFailed(), session.judged().findings]).toEqual([false, []]);
});
test("a judge that does not come is told, and the cells stay", async () => {
  const { session } = await openSession(9);
  session.do(set(1, "12.5"));
  await expect.poll(() => session.isFailed()).toBe(true);
  expect(session.table().cell(1, 1)).toBe("12.5");
});
test("a draft is done at once", async () => {
  const { session, told } = await openSession();
  session.restore([set(1, "5"), { kind: "drop", columns: [0] }]);
  expect([session.table().cell(1, 1), session.table().columns, told[0]]).toEqual([
    "5",
    [1],
    "edits",
  ]);
});
