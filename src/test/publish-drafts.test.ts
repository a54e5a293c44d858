import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { choose, csv, headings, next, stops, untilKept } from "./fixtures/publishing.ts";
import { openRoad } from "./fixtures/publishing-road.ts";

const road = openRoad();

describe("nothing typed is lost", () => {
  test("a page that was closed is gone on with from the list of drafts", async () => {
    const page = await road.opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await page.fill("#q-description", "Один рядок — одна зупинка.");
    await untilKept(page, "Один рядок — одна зупинка.");
    await page.goto(`${road.site.address}/publish/`);
    await page.getByText("Зупинки транспорту.csv").waitFor();
    await page.getByRole("button", { name: "Продовжити" }).click();
    await page.getByRole("grid").waitFor();
    await next(page);
    await expect.poll(() => page.inputValue("#q-description")).toBe("Один рядок — одна зупинка.");
    await page.goBack();
    await page.getByRole("grid").waitFor();
    await page.context().close();
  });

  test("a draft is saved to a file and opened in another browser", async () => {
    const page = await road.opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await page.fill("#q-description", "Опис у файлі.");
    await untilKept(page, "Опис у файлі.");
    await page.goto(`${road.site.address}/publish/`);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Зберегти у файл" }).click(),
    ]);
    const path = join(road.folder, "draft.zip");
    await saved.saveAs(path);
    await page.context().close();
    const other = await road.opened();
    await other.getByText("Чернетка з іншого комп’ютера").click();
    await other.setInputFiles("#draft-file", path);
    await other.getByRole("grid").waitFor();
    await next(other);
    await expect.poll(() => other.inputValue("#q-description")).toBe("Опис у файлі.");
    await other.context().close();
  });

  test("a draft changed in another tab is not written over", async () => {
    const page = await road.opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await headings(page, "Опис");
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await tab.fill("#q-description", "З другої вкладки.");
    await untilKept(tab, "З другої вкладки.");
    await page.fill("#q-description", "З першої вкладки.");
    await page.getByText("Цю чернетку змінено в іншій вкладці").waitFor();
    await tab.reload();
    await expect.poll(() => tab.inputValue("#q-description")).toBe("З другої вкладки.");
    await page.getByRole("button", { name: "Взяти те, що в іншій вкладці" }).click();
    await expect.poll(() => page.inputValue("#q-description")).toBe("З другої вкладки.");
    await expect.poll(() => page.getByText("Цю чернетку змінено в іншій вкладці").count()).toBe(0);
    await page.context().close();
  });
});
