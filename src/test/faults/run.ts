import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { differences, snapshot, tool } from "./files.ts";
import { judge, type Outcome } from "./judge.ts";
import type { Trial } from "./trial.ts";
import { day, type Place, type Workplace } from "./workplace.ts";

export type Verdict = { wrong: string[]; skipped?: string; seconds: number };

let mounts: boolean | undefined;
/** May this process mount? Root in a container often may not. */
function canMount(): boolean {
  if (mounts !== undefined) return mounts;
  const folder = mkdtempSync(join(tmpdir(), "portal-mount-"));
  try {
    tool("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
    tool("umount", folder);
    mounts = true;
  } catch {
    mounts = false;
  }
  rmdirSync(folder);
  return mounts;
}

/** Why a trial cannot be made on this machine; undefined where it can. */
export function missingFor({ needs }: Trial): string | undefined {
  if (needs !== undefined && process.getuid?.() !== 0) return "only root can make it";
  return needs === "mounts" && !canMount() ? "mounting is not allowed here" : undefined;
}

/** One trial on a copy of its own: makes the fault, runs the command, judges what came of it, takes the fault away. */
export async function runTrial(workplace: Workplace, trial: Trial, name: string): Promise<Verdict> {
  const skipped = missingFor(trial);
  if (skipped !== undefined) return { wrong: [], skipped, seconds: 0 };
  const place = workplace.copy(name);
  const undo = trial.make?.(place);
  const began = performance.now();
  try {
    // Arguments may make what they name: before the copy is looked at.
    const args = trial.args?.(place);
    const before = snapshot(place.folder);
    const outcome = await waitFor(startCommand(place, trial, args), place, trial);
    const changed = differences(before, snapshot(place.folder)).filter(
      (path) => !trial.changes?.some((part) => path === part || path.startsWith(`${part}/`)),
    );
    return {
      wrong: judge({ ...outcome, changed }, { codes: trial.codes ?? [2], says: trial.says }),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    undo?.();
    tool("rm", "-rf", place.folder);
  }
}

/** The command of a trial, in a group of its own, so that its end is the end of all it began. */
export function startCommand(
  place: Place,
  trial: Pick<Trial, "script" | "before" | "away" | "env">,
  args: readonly string[] = ["--root", place.portal, "--out", place.site],
): ChildProcessByStdio<null, Readable, Readable> {
  const { script = "build", before = [] } = trial;
  const [program = "", ...rest] = [
    ...before,
    process.execPath,
    join(place.house, "scripts", script.includes(".") ? script : `${script}.ts`),
    ...args,
  ];
  return spawn(program, rest, {
    cwd: trial.away ? place.folder : place.house,
    env: { ...process.env, PORTAL_DATE: day, PORTAL_DEBUG: "", ...trial.env?.(place) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

/** Ends a group that this process began. */
export function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function waitFor(
  child: ReturnType<typeof startCommand>,
  place: Place,
  trial: Trial,
): Promise<Omit<Outcome, "changed">> {
  return new Promise((done, failed) => {
    let [stdout, stderr, late, acted] = ["", "", false, false];
    const timer = setTimeout(
      () => {
        late = true;
        killGroup(child.pid);
      },
      (trial.seconds ?? 60) * 1000,
    );
    child.stdout.on("data", (part) => {
      stdout += part;
    });
    child.stderr.on("data", (part) => {
      stderr += part;
      if (acted || !trial.meanwhile || !stderr.includes(trial.meanwhile.said)) return;
      acted = true;
      trial.meanwhile.act(place);
    });
    child.on("error", failed);
    child.on("close", (code) => {
      clearTimeout(timer);
      done({ code: late ? null : (code ?? -1), stdout, stderr });
    });
  });
}
