import { auditYears } from "../../catalogue/measures/plan/audit.ts";
import { reportYears } from "../../catalogue/measures/plan/report.ts";
import { renderSitemap } from "../../published/feeds/atom.ts";
import { registerNames } from "../../schemas/data/registers.ts";
import { getSite, getTimeline } from "../../site/site.ts";
import { structures } from "../../vocabularies/structures.ts";

export function GET() {
  const { catalogue } = getSite();
  const {
    plan,
    card,
    mandated,
    dashboards,
    portal,
    datasets,
    publishers,
    themes,
    series,
    news,
    modified,
  } = catalogue;
  const newest = (days: string[]) => {
    const last = days
      .map((day) => day.slice(0, 10))
      .sort()
      .at(-1);
    return last === undefined ? {} : { modified: last };
  };
  const changed = new Map(datasets.map((set) => [set.id, newest([set.modified, set.described])]));
  const ofSets = (ids: string[]) => newest(ids.flatMap((id) => changed.get(id)?.modified ?? []));
  const all = newest([modified, ...datasets.map(({ described }) => described)]);
  const posts = newest(news.map(({ date }) => date));
  // A page has a date only where the files it is made of have one.
  const pages: { path: string; modified?: string }[] = [
    { path: "/", ...newest([all.modified ?? "", posts.modified ?? ""]) },
    { path: "/datasets/", ...all },
    { path: "/publishers/", ...all },
    { path: "/news/", ...posts },
    { path: "/dashboards/" },
    ...dashboards.map(({ slug, datasets: ids }) => ({
      path: `/dashboards/${slug}/`,
      ...ofSets(ids),
    })),
    ...[
      "/api/",
      "/about/",
      "/help/",
      "/structures/",
      "/check/",
      "/accessibility/",
      "/takedown/",
    ].map((path) => ({
      path,
    })),
    ...(plan ? ["/plan/", ...plan.tasks.map(({ number }) => `/plan/${number}/`)] : []).map(
      (path) => ({
        path,
      }),
    ),
    ...(mandated.length > 0 ? [{ path: "/coverage/" }] : []),
    ...(card ? [{ path: "/card/" }] : []),
    ...reportYears(catalogue, getTimeline()).map((year) => ({ path: `/report/${year}/` })),
    ...auditYears(catalogue).map((year) => ({ path: `/audit/${year}/` })),
    ...[
      "/quality/",
      "/status/",
      "/registry/",
      "/requests/",
      "/showcase/",
      "/rating/",
      "/registers/",
      ...registerNames.map((name) => `/registers/${name}/`),
    ].map((path) => ({
      path,
    })),
    ...[...structures.keys()].map((id) => ({ path: `/structures/${id}/` })),
    ...datasets.map(({ id }) => ({ path: `/dataset/${id}/`, ...changed.get(id) })),
    ...series.map((one) => ({ path: `/series/${one.id}/`, ...ofSets(one.datasets) })),
    ...publishers.map((one) => ({ path: `/publisher/${one.id}/`, ...ofSets(one.datasets) })),
    ...themes.map((one) => ({
      path: `/theme/${one.theme.toLowerCase()}/`,
      ...ofSets(one.datasets),
    })),
    ...news.map(({ slug, date }) => ({ path: `/news/${slug}/`, modified: date })),
  ];
  const addresses = pages.flatMap(({ path, ...rest }) => [
    { url: portal.site + path, ...rest },
    { url: `${portal.site}/en${path}`, ...rest },
  ]);
  return new Response(renderSitemap(addresses));
}
