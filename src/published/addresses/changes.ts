import { published } from "../../model/catalogue.ts";
import { renderCalendar } from "../feeds/calendar.ts";
import { feedOfAll, feedOfDataset, feedOfPublisher, feedOfTheme } from "../feeds/change-feeds.ts";
import { renderChanges } from "../feeds/changes.ts";
import { renderNewsFeed } from "../feeds/news-feed.ts";
import { type Address, grouped, mediaTypes, single } from "./address.ts";

const { atom, calendar, json } = mediaTypes;

/** What changed and what is expected to. */
export const changeAddresses: readonly Address[] = grouped("changes", [
  single(
    "/changes.json",
    json,
    { uk: "Останні зміни й вилучені набори", en: "Latest changes and withdrawn datasets" },
    ({ catalogue }) => renderChanges(catalogue),
  ),
  {
    ...single(
      "/feeds/datasets.atom",
      atom,
      { uk: "Зміни всіх наборів", en: "Changes of all datasets" },
      ({ catalogue }) => feedOfAll(catalogue),
    ),
    page: "/",
  },
  {
    path: "/feeds/publisher/{publisher}.atom",
    mediaType: atom,
    title: { uk: "Зміни наборів розпорядника", en: "Changes of a publisher’s datasets" },
    page: "/publisher/{publisher}/",
    files: ({ catalogue }) =>
      catalogue.publishers.map((publisher) => ({
        slots: { publisher: publisher.id },
        render: () => feedOfPublisher(catalogue, publisher),
      })),
  },
  {
    path: "/feeds/theme/{theme}.atom",
    mediaType: atom,
    title: { uk: "Зміни наборів теми", en: "Changes of a theme’s datasets" },
    page: "/theme/{theme}/",
    files: ({ catalogue }) =>
      catalogue.themes.map(({ theme }) => ({
        slots: { theme: theme.toLowerCase() },
        render: () => feedOfTheme(catalogue, theme),
      })),
  },
  {
    path: "/feeds/dataset/{dataset}.atom",
    mediaType: atom,
    title: { uk: "Зміни одного набору", en: "Changes of one dataset" },
    page: "/dataset/{dataset}/",
    filesOf: ({ dataset, shared }) => [{ render: () => feedOfDataset(shared, dataset) }],
  },
  {
    ...single("/feeds/news.atom", atom, { uk: "Новини", en: "News" }, ({ catalogue }) =>
      renderNewsFeed(catalogue),
    ),
    page: "/",
  },
  single(
    "/calendar.ics",
    calendar,
    { uk: "Календар очікуваних оновлень", en: "Calendar of expected updates" },
    ({ catalogue }) =>
      renderCalendar(catalogue.portal.title, published(catalogue), catalogue.portal.site),
  ),
]);
