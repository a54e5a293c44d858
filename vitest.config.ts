import { defineConfig } from "vitest/config";

/** Tests that open the built site: it is built once, and only where one of these is asked for. */
const ofSite = [
  "src/test/**/{audit,builds,journeys,hostile,pages*,pictures-*,keyboard-*}.test.ts",
  "src/{explore,find,inspect}/**/{check,explorer,find,search,sql}.test.ts",
  "src/published/**/{addresses,ckan,dcat,harvest-gate,published}.test.ts",
  "src/catalogue/measures/**/mqa.test.ts",
  "src/site/{incremental,verify}.test.ts",
  "src/site/pages/render-pages.test.ts",
];

const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A page under load answers late, not wrongly: a second, the default, told the two apart by luck.
  expect: { poll: { timeout: 20_000 } },
  // GitHub's language service imports JSON in a way that only a bundler reads.
  server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
};

export const unit = { ...shared, name: "unit", include: ["src/**/*.test.ts"], exclude: ofSite };

export default defineConfig({
  // Without it every file of the language service complains of a source map it does not have.
  logLevel: "error",
  test: {
    projects: [
      { test: unit },
      {
        test: {
          ...shared,
          name: "site",
          include: ofSite,
          globalSetup: ["src/test/fixtures/built-site.ts"],
        },
      },
    ],
  },
});
