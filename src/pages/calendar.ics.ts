import { published } from "../model/catalogue.ts";
import { renderCalendar } from "../outputs/calendar.ts";
import { getSite } from "../site.ts";

export function GET() {
  const { catalogue } = getSite();
  const { title, site } = catalogue.portal;
  return new Response(renderCalendar(title, published(catalogue), site));
}
