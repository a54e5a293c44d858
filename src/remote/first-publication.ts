import { isNameless, look, type Seen } from "./doctor/look.ts";
import type { Publications } from "./github/publications.ts";

/** Nothing at all stands there: the name is known to nobody, or the host has no such file. */
const isAbsent = (seen: Seen): boolean =>
  isNameless(seen) || ("status" in seen && (seen.status === 404 || seen.status === 410));

/** How a person says that nothing was published before. */
const wayRound =
  "Якщо каталог справді публікують уперше, скажіть це самі: Actions → publish → Run workflow → «Каталог публікують уперше», а поза GitHub — npm run harvest-gate -- --first";

export type FirstPublication = { isFirst: boolean; says: string };

/**
 * A catalogue that is to be published and whose predecessor could not be read: is it the first? Only where nothing stands
 * at the site's address and the repository has never published anything. A site that was published and is gone is not
 * passed by: what harvesters would delete nobody could say then.
 * @param publications asked only where nothing stands at the address; undefined where there is nobody to ask
 */
export async function firstPublication(
  ask: typeof fetch,
  site: string,
  publications: (() => Promise<Publications>) | undefined,
): Promise<FirstPublication> {
  const seen = [
    await look(ask, `${site}/catalog.ttl`, { method: "HEAD" }),
    await look(ask, `${site}/build.json`, { method: "HEAD" }),
  ];
  if (!seen.every(isAbsent))
    return {
      isFirst: false,
      says: `Сайт ${site} є, а його каталогу не прочитано. Перевірте сайт і запустіть ще раз. ${wayRound}.`,
    };
  const known = await publications?.();
  if (known?.state === "never")
    return {
      isFirst: true,
      says: `Це перша публікація: за адресою ${site} ще нічого немає, і з цього репозиторію нічого не публікували. Порівнювати ні з чим. Від наступної публікації тут перевірятиметься, чи не зникне набір без пояснення, чи не зміняться ідентифікатори і чи не спорожніє каталог.`,
    };
  if (known?.state === "once")
    return {
      isFirst: false,
      says: `Сайт ${site} уже публікували (${known.day}), а тепер за його адресою нічого немає. Поверніть сайт: DNS, налаштування хостингу (npm run doctor); доки його не видно, ніхто не скаже, чого позбудуться харвестери. ${wayRound}.`,
    };
  return {
    isFirst: false,
    says: `За адресою ${site} нічого немає, а чи сайт уже публікували, звідси не видно${known === undefined ? "" : ` (${known.why})`}. ${wayRound}.`,
  };
}
