import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import { feedbackByPublisher, measureFeedback, requestsOf } from "./feedback.ts";

const request = (id: string, text: string) => ({
  [`data/registers/requests/${id}.yaml`]: `title: Запит ${id}\nkind: data\nchannel: form\n${text}`,
});
// 23 November 2026 is a Monday.
const files = {
  ...generatedPortal(2),
  "data/publishers/transport.yaml": "title: Управління транспорту\nkind: executive\n",
  ...request("same-day", "date: 2026-11-02\nanswered: 2026-11-02\nvotes: 3\ndatasets: [stops-1]\n"),
  ...request("in-time", "date: 2026-11-02\nanswered: 2026-11-09\ndecision: accepted\n"),
  ...request(
    "too-late",
    "date: 2026-11-02\nanswered: 2026-11-10\ndecision: declined\nreason: Немає даних\n",
  ),
  ...request("forgotten", "date: 2026-11-02\npublisher: transport\n"),
  ...request("fresh", "date: 2026-11-20\nvotes: 7\n"),
  ...request("closed", "date: 2026-11-19\nclosed: 2026-11-20\n"),
};
const catalogue = catalogueOf(files, { today: "2026-11-23" });

test("requests stand by votes, then by date, each with its holder and its state", () => {
  expect(requestsOf(catalogue).map(({ id, holder, state }) => [id, holder, state])).toEqual([
    ["fresh", "council", "waiting"],
    ["same-day", "council", "answered"],
    ["closed", "council", "closed"],
    ["forgotten", "transport", "late"],
    ["in-time", "council", "accepted"],
    ["too-late", "council", "declined"],
  ]);
});

test("waits are counted in working days; one unanswered is late only after its term", () => {
  expect(measureFeedback(requestsOf(catalogue), [])).toEqual({
    requests: 6,
    waiting: 2,
    answered: 3,
    median: 5,
    ninetieth: 6,
    timely: { part: 2, whole: 4 },
    accepted: { part: 1, whole: 2 },
  });
});

test("a holiday shortens the wait that was late by a day", () => {
  expect(measureFeedback(requestsOf(catalogue), ["2026-11-04"]).timely).toEqual({
    part: 3,
    whole: 4,
  });
});

test("an even number of answers has its median between the two in the middle", () => {
  const two = requestsOf(catalogue).filter(({ id }) => id === "in-time" || id === "too-late");
  expect(measureFeedback(two, []).median).toBe(5.5);
});

test("nobody wrote: nothing is known, and nothing is claimed", () => {
  expect(measureFeedback([], [])).toEqual({
    requests: 0,
    waiting: 0,
    answered: 0,
    median: undefined,
    ninetieth: undefined,
    timely: { part: 0, whole: 0 },
    accepted: { part: 0, whole: 0 },
  });
});

test("each publisher answers for its own", () => {
  expect(
    feedbackByPublisher(catalogue).map(({ publisher, figures: { requests, median } }) => [
      publisher,
      requests,
      median,
    ]),
  ).toEqual([
    ["council", 5, 5],
    ["transport", 1, undefined],
  ]);
});
