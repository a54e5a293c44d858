import { leadingAddresses } from "../former-addresses.ts";
import { type Recipe, rewritesOf } from "./recipe.ts";
import { type Addressed, everywhereOf, rulesOf } from "./rules.ts";

/** A condition on the address asked for, as Apache writes it. */
const conditionOf = (root: string, of: Addressed): string =>
  `<If "%{REQUEST_URI} =~ m#${"folder" in of ? `^${root}${of.folder}` : `${of.ending.replace(".", "\\.")}$`}#">`;

const within = (root: string, of: Addressed, line: string): string =>
  `${conditionOf(root, of)}\n  ${line}\n</If>`;

/**
 * The rules as a file `.htaccess` in the site's own folder, for modules mime, dir, headers, rewrite and, where there is
 * one, deflate. `Header always` speaks of errors too; how long a file is kept is said of none that is not there.
 */
export function renderApache({ rules, root }: Recipe): string {
  const types = rulesOf(rules, "Content-Type");
  const everywhere = everywhereOf(rules).map(({ name, value }) =>
    name === "Cache-Control"
      ? `Header set ${name} "${value}"`
      : `Header always set ${name} "${value}"`,
  );
  const texts = types.filter(({ value }) => /charset=utf-8$|svg|geo\+json|wasm/.test(value));
  const squeezed = [...new Set(texts.map(({ value }) => value.replace(/;.*$/, "")))];
  return `DirectoryIndex index.html
ErrorDocument 404 ${root}/404.html
${types.flatMap(({ of, value }) => ("ending" in of ? [`AddType "${value}" ${of.ending}`] : [])).join("\n")}
${types.flatMap(({ of, value }) => ("folder" in of ? [within(root, of, `ForceType "${value}"`)] : [])).join("\n")}
${everywhere.join("\n")}
${rulesOf(rules, "Cache-Control")
  .map(({ of, name, value }) => within(root, of, `Header set ${name} "${value}"`))
  .join("\n")}
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE ${squeezed.join(" ")}
</IfModule>
RewriteEngine On
${rewritesOf(leadingAddresses)
  .map(
    ({ pattern, place, kind }) =>
      `RewriteRule ^${pattern.slice(1)}$ ${root}${place} ${kind === "moved" ? "[R=301,L]" : "[L]"}`,
  )
  .join("\n")}
`;
}
