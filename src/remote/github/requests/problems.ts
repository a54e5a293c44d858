import type { z } from "zod";
import type { About, Problem, Told } from "../../forge.ts";
import { GitHubError } from "../client.ts";

/** A problem on its way from a step to whoever asked for all of them. */
export class Stopped extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** What was being done: a refusal's meaning hangs on it. */
export type Doing = "reading" | "files" | "requests" | "copy";

/** What a refusal's meaning hangs on besides: the key, and whose the portal is. */
export type Setting = { token?: string | undefined; repository: string; ofOrganisation?: boolean };

/** The words of a refusal: its message, and those of its errors (docs.github.com, «Client errors»). */
export function saidBy(error: GitHubError): string {
  const said = error.answer?.said ?? "";
  try {
    const { message, errors } = JSON.parse(said) as { message?: unknown; errors?: unknown };
    const more = (Array.isArray(errors) ? errors : []).map((one) =>
      typeof one === "string" ? one : (one?.message ?? one?.code ?? ""),
    );
    return [message, ...more].filter((word) => typeof word === "string" && word !== "").join(": ");
  } catch {
    return said.slice(0, 200);
  }
}

/** A refusal with 403, by its words: they are GitHub's, seen in answers that people have shown. */
function forbidden(said: string, doing: Doing, setting: Setting): Problem {
  const owner = setting.repository.split("/")[0] ?? "";
  if (/archived/i.test(said)) return { kind: "archived" };
  if (/forbids access via/i.test(said))
    return { kind: "token-policy", owner, lifetime: /lifetime/i.test(said) };
  if (/\bSAML\b|\bSSO\b/.test(said)) return { kind: "token-sso", owner };
  if (doing === "copy" && /fork/i.test(said)) return { kind: "copying-off" };
  if (/rule violation|protected branch/i.test(said)) return { kind: "branch-ruled" };
  const fine = setting.token?.startsWith("github_pat_") ?? false;
  // An organisation's key that waits for approval is refused in the same words as one without the permission.
  if (fine && setting.ofOrganisation && doing !== "copy")
    return { kind: "token-unapproved", owner };
  return { kind: "token-weak", lacks: doing === "reading" ? "files" : doing };
}

/** A change that GitHub read and did not take, by its words. */
function refused(status: number, said: string, doing: Doing): Problem {
  if (/repository is empty/i.test(said)) return { kind: "copy-late" };
  if (/rule violation|protected branch|workflow. scope/i.test(said))
    return { kind: "branch-ruled" };
  if (/fast forward/i.test(said) || status === 409) return { kind: "moved" };
  if (doing === "copy" && /fork/i.test(said)) return { kind: "copying-off" };
  if (/too quickly/i.test(said)) return { kind: "limited" };
  if (/collaborator/i.test(said)) return { kind: "requests-closed" };
  return { kind: "refused", status, said: said.slice(0, 200) };
}

/** What went wrong with a call, as a problem a person can do something about. */
function problemOf(error: GitHubError, doing: Doing, setting: Setting): Problem {
  const { fault, answer } = error;
  const said = saidBy(error);
  if (fault === "limited")
    return { kind: "limited", ...(answer?.until === undefined ? {} : { until: answer.until }) };
  if (answer === undefined) return { kind: "offline" };
  const { status } = answer;
  if (status === 401) return { kind: setting.token ? "token-refused" : "token-missing" };
  if (fault === "forbidden") return forbidden(said, doing, setting);
  if (fault === "refused") return refused(status, said, doing);
  if (fault === "missing")
    // What a key may not write into is not there for it.
    return doing === "reading"
      ? { kind: "no-repository", repository: setting.repository }
      : { kind: "token-weak", lacks: doing === "files" ? "scope" : doing };
  return status >= 500 ? { kind: "down", status } : { kind: "odd-answer", about: status };
}

/** Runs a step, so that a refusal in it stops with its problem. */
export async function doing<T>(what: Doing, setting: Setting, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof GitHubError ? new Stopped(problemOf(error, what, setting)) : error;
  }
}

/** A problem that stopped the steps, as a value; anything else goes on as it was thrown. */
export function problemIn(error: unknown): Problem {
  if (error instanceof Stopped) return error.problem;
  throw error;
}

/** The steps' result or the problem that stopped them. */
export const toTold = <T>(steps: Promise<T>): Promise<Told<T>> =>
  steps.then(
    (told) => ({ told }),
    (error) => ({ problem: problemIn(error) }),
  );

/** An answer read by its schema; one of another shape stops. */
export function readAs<S extends z.ZodType>(schema: S, answer: unknown, about: About): z.infer<S> {
  const read = schema.safeParse(answer);
  if (!read.success) throw new Stopped({ kind: "odd-answer", about });
  return read.data;
}
