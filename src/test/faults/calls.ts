import { rmSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./files.ts";
import type { Trial } from "./trial.ts";
import type { Place } from "./workplace.ts";

const call = (
  name: string,
  script: string,
  args: (place: Place) => string[],
  says: RegExp,
  more: Partial<Trial> = {},
): Trial => ({ name, script, args, says, ...more });
const ofPortal = ({ portal }: Place) => ["--root", portal];
const dated = (date: string): Trial =>
  call(`PORTAL_DATE="${date}"`, "validate", ofPortal, /^Змінна PORTAL_DATE/m, {
    env: () => ({ PORTAL_DATE: date }),
    seconds: 20,
  });
const port = (PORT: string): Trial =>
  call(`PORT="${PORT}" start`, "start", () => [], /^Змінна PORT /m, {
    env: () => ({ PORT }),
    seconds: 20,
  });
const csv = "data/datasets/stops-1/stops.csv";

/** A pipe, where a table stood. */
function pipe({ portal }: Place): undefined {
  rmSync(join(portal, csv));
  tool("mkfifo", join(portal, csv));
}

/** Calls and variables that are wrong, and files that are none. */
export const callTrials: Trial[] = [
  ...["abc", "0", "65536", ""].map(port),
  ...["", "2026-02-30", "tomorrow", "9999-12-31", "1999-12-31"].map(dated),
  call("an unknown option", "build", () => ["--outt", "x"], /можливо, ви мали на увазі --out\?/),
  call("an option without its value", "build", () => ["--out"], /^Після --out/m),
  call(
    "a portal that is not there",
    "build",
    ({ folder, site }) => ["--root", join(folder, "none"), "--out", site],
    /немає|Немає|не є репозиторієм/,
  ),
  call("a pipe as a table: table", "table", ({ portal }) => [join(portal, csv)], /канал/, {
    make: pipe,
    seconds: 20,
  }),
  call("a pipe as a table: validate", "validate", ofPortal, /канал/, { make: pipe, seconds: 20 }),
  call("a device as a table", "table", () => ["/dev/zero"], /пристрій/, { seconds: 20 }),
];
