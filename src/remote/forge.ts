/**
 * A place that keeps a portal's repository and takes requests to change it. GitHub is the one there is.
 *
 * Another needs a file like github/forge.ts, and no page needs to change. GitLab: `POST /projects/:id/repository/commits`
 * makes a branch with a commit of many files in one call (actions with base64, `start_sha`), forks and merge requests
 * answer CORS, a token is the PRIVATE-TOKEN header; comparing blobs is `repository/tree`. Forgejo: `POST
 * /repos/:o/:r/contents` does the same with `new_branch`, and pull requests have GitHub's shape; its CORS is off unless
 * the server's keeper turns it on, so it is cheap only where the portal's own people keep it. Both lack git objects to
 * write, so a retry goes on from a branch, not from a blob. Either is about two hundred lines and a stand-in of its own.
 */
export type Forge = {
  /** Whose token it is and what may be done with it here. */
  who(): Promise<Told<Person>>;
  /** A file of the portal as it is now; nothing where there is none. */
  read(path: string): Promise<Told<FileBytes | undefined>>;
  /** Sends a change as a new request; `made` is what a try before it left behind. */
  propose(change: Change, made?: Made): Promise<Proposed>;
  /** Adds a corrected change to a request: on its own head, as the person saw it. */
  correct(seen: Pick<Request, "number" | "head">, change: Change, made?: Made): Promise<Proposed>;
  /** How a request stands. Needs no token. */
  state(number: number): Promise<Told<RequestState>>;
  /** Files of a request as they would become, those of the paths that are wanted; nothing where one goes. */
  files(
    number: number,
    isWanted?: (path: string) => boolean,
  ): Promise<Told<ReadonlyMap<string, FileBytes | undefined>>>;
  /** Everybody's open requests to this portal, newest first. Needs no token. */
  open(): Promise<Told<OpenRequest[]>>;
  /** The person's own open requests to this portal, newest first. */
  mine(): Promise<Told<Request[]>>;
};

export type FileBytes = Uint8Array<ArrayBuffer>;

/** An answer, or what stood in its way. */
export type Told<T> = { told: T } | { problem: Problem };

export type Person = {
  login: string;
  /** "here": may write into the portal's repository; "copy": sends from a copy (a fork) of their own. */
  way: "here" | "copy";
};

/** What is sent: files of the repository as they should become, and the words that go with them. */
export type Change = {
  /** Name of its branch: Latin letters, digits, hyphens; a number is added where it is taken. */
  name: string;
  title: string;
  /** What the request says under its title. */
  body: string;
  /** What the commit says. */
  message: string;
  files: ReadonlyMap<string, FileBytes | undefined>;
  /** Commit it was made against; unknown, every file that differs counts as somebody else's work. */
  base?: string;
};

/** A request to change the portal. */
export type Request = {
  number: number;
  title: string;
  /** Where people look at it. */
  address: string;
  /** Its last commit. */
  head: string;
  /** Name of its branch, in the portal's repository or in a copy. */
  branch: string;
};

/** A request as a list names it. */
export type OpenRequest = Request & {
  author: string;
  /** yyyy-mm-ddThh:mm:ssZ; absent where the forge does not say. */
  opened?: string;
};

/** A file that somebody else changed since the change was begun; nothing where a side has no such file. */
export type Conflict = {
  path: string;
  base: FileBytes | undefined;
  theirs: FileBytes | undefined;
  mine: FileBytes | undefined;
};

/** What a try has made already, so that the next one does not make it again. Plain values: a draft may keep them. */
export type Made = {
  /** owner/name of the repository that is written into. */
  repository?: string;
  /** Blobs sent, by their names, which git makes of their bytes. */
  blobs?: readonly string[];
  /** The commit, the one it stands on, and a name of what it is made of: another change makes another. */
  commit?: { hash: string; on: string; of: string };
  branch?: string;
};

export type Proposed =
  | { outcome: "sent"; request: Request }
  /** The portal has these very files. */
  | { outcome: "same" }
  /** Nothing was sent; a change with `base: head` is one whose sender has seen theirs. */
  | { outcome: "conflict"; head: string; baseKnown: boolean; files: Conflict[] }
  | { outcome: "failed"; problem: Problem; made: Made };

/** Someone's words under a request; Markdown of strangers. */
export type Remark = {
  who: string;
  /** A program's, as the portal's report is. */
  robot: boolean;
  text: string;
  /** yyyy-mm-ddThh:mm:ssZ */
  when: string;
  verdict?: "approved" | "changes";
  /** The file, and its line, that the words are about. */
  place?: { path: string; line?: number };
};

export type Checks = {
  /** "none": they have not begun, which for a new person's first request waits for somebody's permission. */
  state: "none" | "running" | "passed" | "failed" | "unknown";
  runs: { name: string; state: "running" | "passed" | "failed"; address?: string }[];
};

export type RequestState = Request & {
  state: "open" | "merged" | "closed";
  author: string;
  checks: Checks;
  remarks: Remark[];
  /** Files that would change. */
  files: string[];
  /** The portal has moved so that the request no longer fits; unknown while the forge counts. */
  collides: boolean | undefined;
};

/** What an answer was about that is not as it should be; of the words of HTTP its status alone is told. */
export type About =
  | "altered"
  | "branch"
  | "checks"
  | "comment"
  | "commit"
  | "content"
  | "copy"
  | "file"
  | "key"
  | "list"
  | "partial"
  | "portal"
  | "portalFile"
  | "request"
  | "requestFile"
  | "requests"
  | "state"
  | "tree";

/** What can stand in the way. Each has its words in forge-words.ts. */
export type Problem =
  | { kind: "offline" }
  | { kind: "down"; status: number }
  /** `until`: milliseconds of 1970. */
  | { kind: "limited"; until?: number }
  | { kind: "token-missing" }
  | { kind: "token-refused" }
  | { kind: "token-weak"; lacks: "files" | "requests" | "copy" | "scope" }
  | { kind: "token-unapproved"; owner: string }
  | { kind: "token-policy"; owner: string; lifetime: boolean }
  | { kind: "token-sso"; owner: string }
  | { kind: "no-repository"; repository: string }
  | { kind: "no-request"; number: number }
  | { kind: "archived" }
  | { kind: "copying-off" }
  | { kind: "copy-late" }
  | { kind: "copy-behind"; address: string }
  | { kind: "copy-gone" }
  | { kind: "branch-ruled" }
  | { kind: "branches-taken"; name: string }
  | { kind: "moved" }
  | { kind: "request-ended"; state: "merged" | "closed" }
  | { kind: "request-others"; author: string }
  | { kind: "requests-closed" }
  | { kind: "too-large"; path: string; size: number; most: number }
  | { kind: "empty" }
  | { kind: "odd-answer"; about: About | number; path?: string }
  | { kind: "refused"; status: number; said: string };
