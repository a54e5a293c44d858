import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./files.ts";
import type { Trial } from "./trial.ts";
import type { Place } from "./workplace.ts";

/** A disk of its own at a folder of the copy; what is returned takes it away. */
function disk(folder: string, options: string): () => void {
  mkdirSync(folder, { recursive: true });
  tool("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder);
  return () => tool("umount", "-l", folder);
}

/** The last site on a disk with room for it and hardly more. */
function siteOnDisk({ folder, site }: Place, options: string): () => void {
  const kilobytes = Number(tool("du", "-sk", "--apparent-size", site).split("\t")[0]);
  // Each file takes whole pages of a small disk.
  const undo = disk(join(folder, "disk"), `size=${Math.ceil(kilobytes * 1.4) + 512}k`);
  tool("cp", "-a", site, join(folder, "disk/site"));
  if (options !== "") tool("mount", "-o", `remount,${options}`, join(folder, "disk"));
  return undo;
}
const onDisk = ({ portal, folder }: Place) => [
  "--root",
  portal,
  "--out",
  join(folder, "disk/site"),
];
const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
const csv = "data/datasets/stops-1/stops.csv";

/** A portal of a user who may not read a part of it. */
const unreadable = (name: string, path: string): Trial => ({
  name,
  needs: "root",
  before: nobody,
  away: true,
  make({ folder, portal }) {
    tool("chown", "-R", "65534:65534", folder);
    chmodSync(join(portal, path), 0);
    return undefined;
  },
  env: ({ folder }) => ({ HOME: folder }),
  says: /^Немає дозволу .*stops-1/m,
});

/** What npm leaves where a registry that is away cut it short: nothing, or a part. */
const installTrials = (["nothing is installed", "the half of it is installed"] as const).map(
  (name): Trial => ({
    name: `a start without the registry, ${name}`,
    script: "install.mjs",
    make({ house }) {
      const path = join(house, "node_modules");
      renameSync(path, `${path}.away`);
      if (name !== "nothing is installed") {
        mkdirSync(path);
        const lock = readFileSync(join(house, "package-lock.json"));
        const stamp = createHash("sha256").update(lock).digest("hex");
        writeFileSync(join(path, ".installed-from"), stamp);
      }
      return () => {
        rmSync(path, { recursive: true, force: true });
        renameSync(`${path}.away`, path);
      };
    },
    args: () => [],
    env: ({ folder }) => ({
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_cache: join(folder, "cache"),
      npm_config_fetch_retries: "0",
      npm_config_offline: "false",
      npm_config_update_notifier: "false",
    }),
    changes: ["cache"],
    codes: [1],
    says: /^Не вдалося дістатися до сховища пакетів npm/m,
    seconds: 120,
  }),
);

/** Disks, rights, limits: what a command stands on. */
export const surroundingTrials: Trial[] = [
  {
    name: "full disk of the site",
    needs: "mounts",
    make(place) {
      // Every page says it: a site that stayed as it is would need no room.
      const file = join(place.portal, "data/portal.yaml");
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(/^title: .*$/m, "title: Інший портал"),
      );
      return siteOnDisk(place, "");
    },
    args: onDisk,
    says: /^На диску немає місця/m,
    seconds: 180,
  },
  {
    name: "full disk of the build's own folder",
    needs: "mounts",
    make: ({ house }) => disk(join(house, ".astro"), "size=2m"),
    says: /^На диску немає місця/m,
    seconds: 180,
  },
  {
    name: "full temporary folder: bench",
    needs: "mounts",
    script: "bench",
    make: ({ folder }) => disk(join(folder, "tmp"), "size=64k"),
    args: () => ["--megabytes", "1", "--runs", "1"],
    env: ({ folder }) => ({ TMPDIR: join(folder, "tmp") }),
    says: /^На диску немає місця/m,
  },
  {
    name: "full temporary folder: build",
    needs: "mounts",
    make: ({ folder }) => disk(join(folder, "tmp"), "size=4k,nr_inodes=2"),
    env: ({ folder }) => ({ TMPDIR: join(folder, "tmp") }),
    // It needs none: the same site comes out.
    codes: [0, 2],
    says: /^На диску немає місця/m,
    seconds: 180,
  },
  {
    name: "read-only disk of the site",
    needs: "mounts",
    make: (place) => siteOnDisk(place, "ro"),
    args: onDisk,
    says: /у теку над нею не можна писати|лише для читання/,
  },
  {
    name: "read-only folder of the build's own",
    needs: "mounts",
    make: ({ house }) => disk(join(house, ".astro"), "ro,size=64k"),
    says: /лише для читання/,
    seconds: 180,
  },
  {
    name: "a site's folder of another user's",
    needs: "root",
    before: nobody,
    away: true,
    make({ folder, portal }) {
      tool("chown", "-R", "65534:65534", portal);
      mkdirSync(join(folder, "locked"), { mode: 0o555 });
      return undefined;
    },
    args: ({ portal, folder }) => ["--root", portal, "--out", join(folder, "locked/site")],
    env: ({ folder }) => ({ HOME: folder }),
    says: /у теку над нею не можна писати/,
  },
  unreadable("an unreadable table", csv),
  unreadable("an unreadable folder of a set", "data/datasets/stops-1"),
  {
    name: "too few file handles",
    before: ["prlimit", "--nofile=30"],
    says: /ulimit -n/,
    seconds: 180,
  },
  {
    name: "a set that vanishes midway",
    meanwhile: {
      said: "Збираю сайт",
      act: ({ portal }) => rmSync(join(portal, "data/datasets/stops-1"), { recursive: true }),
    },
    changes: ["portal/data/datasets/stops-1"],
    says: /^(?:Портал має помилку: .*|Немає файлу чи теки .*)(?:під час|вилуч)/m,
    seconds: 180,
  },
  ...installTrials,
];
