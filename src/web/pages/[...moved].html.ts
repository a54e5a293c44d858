import { inLanguage, type Language, languages, speak } from "../../i18n/translate.ts";
import type { Dataset } from "../../model/catalogue.ts";
import { contentSecurityPolicy } from "../../published/hosting/security.ts";
import { escapeXml } from "../../published/xml.ts";
import { getSite, pageHref } from "../../site/site.ts";

type Props = { language: Language; dataset: Dataset };

export const getStaticPaths = () =>
  languages.flatMap((language) =>
    getSite().catalogue.datasets.flatMap((dataset) =>
      dataset.aliases.map((alias) => ({
        params: { moved: `${language === "uk" ? "" : "en/"}dataset/${alias}/index` },
        props: { language, dataset } satisfies Props,
      })),
    ),
  );

/** The address of a dataset's former identifier leads to where it is now: a static host knows no other redirect. */
export function GET({ props: { language, dataset } }: { props: Props }) {
  const { t } = speak(language);
  const path = pageHref(language, `/dataset/${dataset.id}/`);
  const title = inLanguage(dataset.title, language);
  return new Response(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(t("moved.title"))}</title>
<meta http-equiv="refresh" content="0; url=${escapeXml(path)}">
<link rel="canonical" href="${escapeXml(new URL(path, getSite().catalogue.portal.site).href)}">
</head>
<body>
<main>
<h1>${escapeXml(t("moved.title"))}</h1>
<p><a href="${escapeXml(path)}" lang="${title.lang ?? language}">${escapeXml(title.text)}</a></p>
</main>
</body>
</html>
`);
}
