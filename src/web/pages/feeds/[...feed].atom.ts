import { changeFeeds } from "../../../published/feeds/change-feeds.ts";
import { getSite } from "../../../site/site.ts";

type Props = { render(): string };

export const getStaticPaths = () =>
  changeFeeds(getSite().catalogue).map(({ path, render }) => ({
    params: { feed: path.slice("/feeds/".length, -".atom".length) },
    props: { render } satisfies Props,
  }));

export const GET = ({ props: { render } }: { props: Props }) => new Response(render());
