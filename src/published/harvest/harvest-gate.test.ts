import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { runScript } from "../../test/fixtures/built-site.ts";

const site = inject("site");
const base = "https://data.example.gov.ua/dataset";

describe("npm run harvest-gate", () => {
  const folder = mkdtempSync(join(tmpdir(), "portal-gate-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const next = join(site, "catalog.ttl");

  test("the same catalogue in another serialisation changes nothing and may be published", () => {
    const { stdout, status } = runScript("harvest-gate", [
      "--previous",
      join(site, "catalog.jsonld"),
      "--next",
      next,
    ]);
    expect(stdout).toContain("створить — 0, оновить — 0, вилучить — 0\n");
    expect(stdout).toContain("Каталог можна публікувати.");
    expect(status).toBe(0);
  });

  test("a dataset that vanished stops it, and the sentence says what to do", () => {
    const previous = join(folder, "previous.ttl");
    const text = readFileSync(next, "utf8");
    writeFileSync(
      previous,
      `${text}\n<${base}/ghost> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Привид"@uk ; <http://purl.org/dc/terms/identifier> "ghost" .\n`,
    );
    const { stdout, status } = runScript("harvest-gate", ["--previous", previous, "--next", next]);
    expect(stdout).toContain(
      `помилка: Набору «Привид» (${base}/ghost) у новому каталозі немає, і чому — ніде не сказано.\n  що зробити: Поверніть набір`,
    );
    expect(stdout).toContain("Каталог публікувати не можна: помилок — 1.");
    expect(status).toBe(1);
  });

  test("a previous catalogue that cannot be read stops it; the first publication says so itself", () => {
    for (const source of [join(folder, "absent.ttl"), join(folder, "half.jsonld")]) {
      writeFileSync(join(folder, "half.jsonld"), '{"@graph": [');
      expect(runScript("harvest-gate", ["--previous", source, "--next", next]).status).toBe(2);
    }
    expect(runScript("harvest-gate", ["--next", next]).status).toBe(2);
    expect(runScript("harvest-gate", ["--first", "--next", next]).status).toBe(0);
  });

  test("an empty catalogue is refused", () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    writeFileSync(
      join(empty, "catalog.ttl"),
      "<https://data.example.gov.ua/catalog> a <http://www.w3.org/ns/dcat#Catalog> .\n",
    );
    copyFileSync(join(site, "changes.json"), join(empty, "changes.json"));
    const { stdout, status } = runScript("harvest-gate", [
      "--previous",
      next,
      "--next",
      join(empty, "catalog.ttl"),
    ]);
    expect(stdout).toContain("У новому каталозі немає жодного набору.");
    expect(status).toBe(1);
  });
});
