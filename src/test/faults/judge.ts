/** What a command came to: its code, null where it was stopped for want of an end, its words, and files that changed. */
export type Outcome = {
  code: number | null;
  stdout: string;
  stderr: string;
  changed: readonly string[];
};

const stack = /^\s+at .+:\d+:\d+\)?$|node:internal\/|^\s*throw |^Node\.js v\d/m;
const ukrainian = /^[А-ЯІЇЄҐ]/;

/** Lines that tell something; those that say what is being done end with dots. */
const toldIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.endsWith("…"));

/**
 * Against the three promises: the exit code, one sentence in Ukrainian without a stack, and nothing lost.
 * @returns what is broken, empty where all hold
 */
export function judge(
  { code, stdout, stderr, changed }: Outcome,
  { codes, says }: { codes: readonly number[]; says: RegExp },
): string[] {
  const wrong: string[] = [];
  if (code === null) wrong.push("no end");
  else if (!codes.includes(code)) wrong.push(`exit code ${code}, not ${codes.join(" or ")}`);
  if (stack.test(stderr) || stack.test(stdout)) wrong.push("a stack is shown");
  const told = toldIn(stderr);
  const foreign = told.find((line) => !ukrainian.test(line));
  // Findings are many sentences, each with its place; what stopped the command is one.
  if (code !== 1 && foreign !== undefined) wrong.push(`not Ukrainian: ${foreign.slice(0, 120)}`);
  if (code === 2 && told.length !== 1) wrong.push(`${told.length} sentences, not one`);
  if (/^Несподівана помилка/m.test(stderr)) wrong.push("told as a fault nobody foresaw");
  if (code !== null && code !== 0 && !says.test(stderr + stdout))
    wrong.push(
      `does not say ${says}: ${(told[0] ?? stdout.trim().split("\n")[0] ?? "").slice(0, 160)}`,
    );
  if (changed.length > 0) wrong.push(`changed: ${changed.slice(0, 3).join(", ")}`);
  return wrong;
}
