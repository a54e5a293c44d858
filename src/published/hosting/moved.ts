import { inLanguage, type Language, speak } from "../../i18n/translate.ts";
import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import { pagePath } from "../pages.ts";
import { escapeXml } from "../xml.ts";
import { contentSecurityPolicy } from "./security.ts";

/** The address of a dataset's former identifier leads to where it is now: a static host knows no other redirect. */
export function renderMoved(
  dataset: Dataset,
  language: Language,
  portal: Catalogue["portal"],
): string {
  const { t } = speak(language);
  const path = pagePath(portal, language, `/dataset/${dataset.id}/`);
  const title = inLanguage(dataset.title, language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(t("moved.title"))}</title>
<meta http-equiv="refresh" content="0; url=${escapeXml(path)}">
<link rel="canonical" href="${escapeXml(new URL(path, portal.site).href)}">
</head>
<body>
<main>
<h1>${escapeXml(t("moved.title"))}</h1>
<p><a href="${escapeXml(path)}" lang="${title.lang ?? language}">${escapeXml(title.text)}</a></p>
</main>
</body>
</html>
`;
}
