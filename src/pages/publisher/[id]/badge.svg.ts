import { measureRating } from "../../../measures/rating.ts";
import { renderBadge } from "../../../outputs/badge.ts";
import { getSite } from "../../../site.ts";

export const getStaticPaths = () =>
  measureRating(getSite().catalogue).map((score, index, all) => ({
    params: { id: score.publisher },
    props: { badge: renderBadge(score, index + 1, all.length) },
  }));

export const GET = ({ props: { badge } }: { props: { badge: string } }) => new Response(badge);
