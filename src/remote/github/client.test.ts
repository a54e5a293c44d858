import { afterEach, beforeEach, expect, test } from "vitest";
import { openGitHubStandIn } from "../../test/fixtures/github-stand-in.ts";
import { openReach } from "../reach.ts";
import { GitHubError, openGitHub, repositoryOf } from "./client.ts";

let github: Awaited<ReturnType<typeof openGitHubStandIn>>;
const clientOf = (token?: string) =>
  openGitHub({
    repository: "council/data",
    api: github.api,
    fetch: openReach({ allowLoopback: true }),
    pauses: [1, 1],
    ...(token === undefined ? {} : { token }),
  });

const issue = (number: number) => ({
  number,
  title: "Запит",
  body: "",
  state: "open" as const,
  labels: ["запит на дані"],
  comments: [],
});

beforeEach(async () => {
  github = await openGitHubStandIn(Array.from({ length: 250 }, (_, index) => issue(index + 1)));
});

afterEach(() => github.close());
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error) => (error instanceof GitHubError ? error.fault : `other: ${error}`),
  );

test("a list is read to its last page", async () => {
  expect(await clientOf().list("issues")).toHaveLength(250);
  expect(github.calls).toHaveLength(3);
});

test.each([
  ["a server's error", [500 as const]],
  ["half an answer", ["half" as const]],
  ["a short limit", ["limit" as const]],
  ["two faults one after another", [500 as const, "half" as const]],
])("%s passes by itself: asked again", async (_, faults) => {
  github.faults.push(...faults);
  expect(await clientOf().list("issues")).toHaveLength(250);
});

test.each([
  ["an hour's limit", ["spent" as const], "limited"],
  ["no right", [403 as const], "forbidden"],
  ["not there", [404 as const], "missing"],
  ["refused", [422 as const], "refused"],
  ["errors without end", [500 as const, 500 as const, 500 as const], "unreachable"],
])("%s is told at once, as what it is", async (_, faults, fault) => {
  github.faults.push(...faults);
  expect(await faultOf(clientOf().get("issues"))).toBe(fault);
});

test("writing without a right changes nothing", async () => {
  expect(
    await faultOf(clientOf().send("POST", "issues", { title: "a", body: "", labels: [] })),
  ).toBe("forbidden");
  expect(github.issues).toHaveLength(250);
});

test("a token never goes over plain http to another machine", () => {
  expect(() =>
    openGitHub({
      repository: "council/data",
      token: "secret",
      api: "http://api.example.org",
      fetch,
    }),
  ).toThrow("відкритим з’єднанням");
});

test("a repository's name cannot lead the call elsewhere", () => {
  expect(() => openGitHub({ repository: "../../user", fetch })).toThrow("власник/назва");
});

test.each([
  ["https://github.com/council/data", "council/data"],
  ["https://github.com/council/data.git", "council/data"],
  ["https://github.com/council/data/", "council/data"],
  ["https://gitlab.com/council/data", undefined],
  [undefined, undefined],
])("the repository of %s", (address, name) => {
  expect(repositoryOf(address)).toBe(name);
});

test("a writing call whose answer was lost is made once more, and no oftener; a reading one twice", async () => {
  const body = { title: "a", body: "", labels: [] };
  const written = async (...faults: (500 | "half")[]) => {
    github.faults.push(...faults);
    const before = github.calls.length;
    const fault = await faultOf(clientOf("secret").send("POST", "issues", body));
    github.faults.length = 0;
    return [fault, github.calls.length - before];
  };
  expect(await written()).toEqual(["none", 1]);
  expect(await written(500)).toEqual(["none", 2]);
  expect(await written(500, 500, 500)).toEqual(["unreachable", 2]);
  github.faults.push(500, 500, 500);
  const before = github.calls.length;
  expect(await faultOf(clientOf().get("issues"))).toBe("unreachable");
  expect(github.calls.length - before).toBe(3);
});

test("a list that fills its last page is asked for one more, which is empty", async () => {
  const full = await openGitHubStandIn(Array.from({ length: 200 }, (_, at) => issue(at + 1)));
  const client = openGitHub({
    repository: "council/data",
    api: full.api,
    fetch: openReach({ allowLoopback: true }),
  });
  expect(await client.list("issues")).toHaveLength(200);
  expect(full.calls).toHaveLength(3);
  await full.close();
});
