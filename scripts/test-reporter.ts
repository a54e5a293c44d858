import type { Reporter, TestModule } from "vitest/node";

/**
 * One line per test file as it ends, the failures in full, what tests counted (`annotate(text, "counted")`), and a closing
 * line anyone can read: «N passed, N failed».
 */
export default class PlainReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === "failed").length;
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    process.stdout.write(
      `${module.relativeModuleId}: ${tests.length} tests, ${failed} failed, ${seconds} s\n`,
    );
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly { message: string; stack?: string }[],
  ): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    for (const { message, stack } of unhandled)
      process.stdout.write(`\n${message}\n${stack ?? ""}\n`);
    for (const module of modules) {
      const problems = module.errors();
      failed += problems.length;
      for (const { message, stack } of problems)
        process.stdout.write(`\n${module.relativeModuleId}: ${message}\n${stack ?? ""}\n`);
      for (const test of module.children.allTests()) {
        const result = test.result();
        for (const { type, message } of test.annotations())
          if (type === "counted") process.stdout.write(`counted: ${message}\n`);
        if (result.state === "passed") passed++;
        else if (result.state === "skipped") {
          skipped++;
          process.stdout.write(
            `skipped: ${test.fullName}${result.note ? ` (${result.note})` : ""}\n`,
          );
        } else if (result.state === "failed") {
          failed++;
          process.stdout.write(`\nFAILED ${module.relativeModuleId} > ${test.fullName}\n`);
          for (const { message, diff, stack } of result.errors)
            process.stdout.write(`${message}\n${diff ?? ""}\n${stack ?? ""}\n`);
        }
      }
    }
    process.stdout.write(
      `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}
