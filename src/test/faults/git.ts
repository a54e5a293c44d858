import { chmodSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./files.ts";
import type { Trial } from "./trial.ts";
import type { Place } from "./workplace.ts";

/** A build of a repository after something was done to it. */
const broken = (name: string, damage: (place: Place) => unknown, says: RegExp): Trial => ({
  name: `git: ${name}`,
  make(place) {
    damage(place);
    return undefined;
  },
  says,
});
const unread = /^(?:Репозиторій git|Програма git не прочитала|У репозиторії git)/m;
const noHistory = /додайте --without-history/;

/** Builds without git, with a broken one, and names of commits that are none. */
export const gitTrials: Trial[] = [
  {
    name: "git: not on the machine",
    env: () => ({ PATH: "/nowhere" }),
    says: /^Програми git немає/m,
  },
  broken(
    "objects gone",
    ({ portal }) => {
      for (const name of readdirSync(join(portal, ".git/objects")))
        rmSync(join(portal, ".git/objects", name), { recursive: true });
    },
    unread,
  ),
  broken(
    "a pack cut short",
    ({ portal }) => {
      tool("git", "-C", portal, "gc", "-q");
      const folder = join(portal, ".git/objects/pack");
      const pack = readdirSync(folder).find((name) => name.endsWith(".pack")) ?? "";
      chmodSync(join(folder, pack), 0o644);
      truncateSync(join(folder, pack), 40);
    },
    unread,
  ),
  broken("HEAD is garbage", ({ portal }) => writeFileSync(join(portal, ".git/HEAD"), "?"), unread),
  broken(
    "the branch is garbage",
    ({ portal }) => writeFileSync(join(portal, ".git/refs/heads/main"), "?"),
    unread,
  ),
  broken(
    "the config is garbage",
    ({ portal }) => writeFileSync(join(portal, ".git/config"), "[c"),
    unread,
  ),
  broken(
    "the index is garbage",
    ({ portal }) => writeFileSync(join(portal, ".git/index"), "?"),
    unread,
  ),
  broken(
    "no commit yet",
    ({ portal }) => {
      rmSync(join(portal, ".git"), { recursive: true });
      tool("git", "-C", portal, "init", "-q");
    },
    noHistory,
  ),
  broken(
    "no repository",
    ({ portal }) => rmSync(join(portal, ".git"), { recursive: true }),
    noHistory,
  ),
  {
    ...broken(
      "another's repository around",
      ({ portal, folder }) => {
        rmSync(join(portal, ".git"), { recursive: true });
        writeFileSync(join(folder, "README"), "other");
        tool("git", "-C", folder, "init", "-q");
        tool("git", "-C", folder, "add", "README");
        tool(
          "git",
          "-C",
          folder,
          "-c",
          "user.name=a",
          "-c",
          "user.email=a@example.org",
          "commit",
          "-qm",
          "a",
        );
      },
      noHistory,
    ),
  },
  {
    ...broken(
      "another user's",
      ({ portal }) => tool("chown", "-R", "12345", portal),
      /git config --global --add safe\.directory/,
    ),
    // Settings of the one who runs this may call every folder safe.
    env: () => ({ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" }),
    needs: "root",
  },
  {
    ...broken(
      "a shallow clone",
      ({ portal, folder }) => {
        writeFileSync(join(portal, "data/portal.yaml.note"), "");
        rmSync(join(portal, "data/portal.yaml.note"));
        tool(
          "git",
          "-C",
          portal,
          "-c",
          "user.name=a",
          "-c",
          "user.email=a@example.org",
          "commit",
          "-q",
          "--allow-empty",
          "-m",
          "Друга",
        );
        tool("git", "clone", "-q", "--depth", "1", `file://${portal}`, join(folder, "shallow"));
      },
      /fetch --unshallow|неповн/,
    ),
    args: ({ folder, site }) => ["--root", join(folder, "shallow"), "--out", site],
    codes: [1],
  },
  {
    name: "git: a hook's GIT_DIR leads away",
    script: "validate",
    args: ({ portal }) => ["--root", portal],
    env: () => ({ GIT_DIR: "/nowhere/.git", GIT_INDEX_FILE: "/nowhere/index" }),
    codes: [0],
    says: /./,
  },
  ...["plan", "rating"].map(
    (script): Trial => ({
      name: `${script} --at=--output=FILE`,
      script,
      args: ({ portal, folder }) => ["--root", portal, `--at=--output=${join(folder, "written")}`],
      says: /^Немає коміту/m,
    }),
  ),
  {
    name: "review --base --output=FILE",
    script: "review",
    args: ({ portal, folder }) => [
      `--root=${portal}`,
      `--base=--output=${join(folder, "written")}`,
      "--head=HEAD",
    ],
    says: /[А-ЯІЇЄҐ]/,
  },
];
