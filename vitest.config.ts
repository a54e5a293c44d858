import { defineConfig } from "vitest/config";

export default defineConfig({
  // Without it every file of the language service complains of a source map it does not have.
  logLevel: "error",
  test: {
    globalSetup: ["src/fixtures/built-site.ts"],
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // GitHub's language service imports JSON in a way that only a bundler reads.
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
  },
});
