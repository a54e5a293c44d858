import { addDays } from "../../../catalogue/measures/quality/freshness.ts";
import { renderSecurityTxt } from "../../../published/hosting/security.ts";
import { getSite } from "../../../site/site.ts";

/** Valid for half a year from the day of the build; the site is built each night. */
const days = 180;

export function GET() {
  const { portal, today } = getSite().catalogue;
  return new Response(
    renderSecurityTxt({
      site: portal.site,
      contact: portal.contact.email,
      expires: addDays(today, days),
      ...(portal.repository
        ? { policy: `${portal.repository}/blob/main/.github/SECURITY.md` }
        : {}),
    }),
  );
}
