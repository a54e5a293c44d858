import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["src/fixtures/built-site.ts"],
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
