import { published } from "../../model/catalogue.ts";
import { renderCalendar } from "../../published/feeds/calendar.ts";
import { getSite } from "../../site/site.ts";

export function GET() {
  const { catalogue } = getSite();
  const { title, site } = catalogue.portal;
  return new Response(renderCalendar(title, published(catalogue), site));
}
