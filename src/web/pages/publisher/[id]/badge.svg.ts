import { measureRating } from "../../../../catalogue/measures/quality/rating.ts";
import { renderBadge } from "../../../../published/reports/badge.ts";
import { getSite } from "../../../../site/site.ts";

export const getStaticPaths = () =>
  measureRating(getSite().catalogue).map((score, index, all) => ({
    params: { id: score.publisher },
    props: { badge: renderBadge(score, index + 1, all.length) },
  }));

export const GET = ({ props: { badge } }: { props: { badge: string } }) => new Response(badge);
