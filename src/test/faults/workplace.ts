import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { generatedPortal } from "../fixtures/generated-portal.ts";
import { tool } from "./files.ts";

/** A copy to break: a portal in a repository with one commit, and its last good site. */
export type Place = { folder: string; portal: string; site: string; house: string };

export type Workplace = {
  /** The code, apart from the folder people work in; its libraries are links to theirs. */
  house: string;
  /** The last good site that every copy begins with. */
  site: string;
  portal: string;
  copy(name: string): Place;
  close(): void;
};

/** The day all is built for, after the portal's only commit: the same files give the same bytes. */
export const day = "2026-11-23";
const project = resolve(import.meta.dirname, "../../..");
const apart = new Set([".git", ".astro", "node_modules", "dist", "data", "content"]);

/** A folder of its own for faults; the code is copied, because some of them break it. */
export function openWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "portal-faults-"));
  // Another user has to come through.
  chmodSync(folder, 0o755);
  const house = join(folder, "house");
  copyHouse(house);
  const portal = join(folder, "portal");
  for (const [path, text] of Object.entries(generatedPortal(2))) {
    mkdirSync(dirname(join(portal, path)), { recursive: true });
    writeFileSync(join(portal, path), text);
  }
  commit(portal);
  const site = join(folder, "site");
  return {
    house,
    site,
    portal,
    copy(name) {
      const place = join(folder, "copies", name);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place, { recursive: true });
      tool("cp", "-a", portal, join(place, "portal"));
      if (existsSync(site)) tool("cp", "-a", site, join(place, "site"));
      else standIn(join(place, "site"));
      return { folder: place, portal: join(place, "portal"), site: join(place, "site"), house };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copyHouse(house: string): void {
  mkdirSync(join(house, ".astro"), { recursive: true });
  for (const name of readdirSync(project))
    if (!apart.has(name)) cpSync(join(project, name), join(house, name), { recursive: true });
  mkdirSync(join(house, "node_modules"));
  for (const name of readdirSync(join(project, "node_modules")))
    if (name !== ".cache")
      symlinkSync(join(project, "node_modules", name), join(house, "node_modules", name));
}

/** A repository with one commit of a fixed moment. */
function commit(portal: string): void {
  const moment = "2026-11-01T10:00:00Z";
  const git = (...args: string[]) =>
    tool(
      "env",
      `GIT_AUTHOR_DATE=${moment}`,
      `GIT_COMMITTER_DATE=${moment}`,
      "git",
      "-C",
      portal,
      ...args,
    );
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "Перші набори");
}

/** What counts as a site of ours, for trials that end before one is built. */
function standIn(site: string): void {
  mkdirSync(site);
  writeFileSync(join(site, "build.json"), JSON.stringify({ date: day }));
  writeFileSync(join(site, "catalog.jsonld"), "[]");
}
