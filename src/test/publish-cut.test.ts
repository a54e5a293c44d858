import { describe, expect, test } from "vitest";
import { send } from "./fixtures/publishing.ts";
import { openRoad, readyUpdate, update } from "./fixtures/publishing-road.ts";

const road = openRoad();

describe("what goes wrong while sending ends in a sentence and a way on", () => {
  test.each([
    [
      "the key has expired",
      { at: /GET .*user/, how: { status: 401, message: "Bad credentials" }, times: 1 },
      "GitHub не прийняв ключ",
    ],
    [
      "GitHub is down",
      { at: /POST .*git\/trees/, how: { status: 502, message: "Bad Gateway" }, times: 9 },
      "GitHub зараз не працює",
    ],
  ] as const)("%s", async (_, failure, sentence) => {
    const page = await road.opened(update);
    await readyUpdate(page);
    road.github.fail(failure);
    await send(page);
    await page.getByText(sentence).waitFor();
    road.github.mend();
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    await page.context().close();
  });

  test("the network is cut in the middle: pressed again, it goes on, and one request is made", async () => {
    const page = await road.opened(update);
    await readyUpdate(page);
    const before = road.github.kept.pulls.length;
    road.github.fail({ at: /POST .*git\/commits/, how: "cut", times: 9 });
    await send(page);
    await page.getByText("GitHub не відповідає").waitFor();
    road.github.mend();
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    expect(road.github.kept.pulls.length).toBe(before + 1);
    await page.context().close();
  });
});
