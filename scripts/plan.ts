import { resolve } from "node:path";
import { measurePlan } from "../src/catalogue/measures/plan/plan.ts";
import { renderPlanText } from "../src/published/reports/plan.ts";
import { loadPortal, loadPortalAt, portalDate } from "../src/site/portal.ts";
import { command } from "./command.ts";

await command(
  {
    about: "Показує стан кожного завдання плану дій і його показники.",
    positionals: "[ЗАВДАННЯ…]",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      at: { type: "string", value: "КОМІТ", about: "яким усе було в цьому коміті" },
    },
    environment: { PORTAL_DATE: "день, на який рахувати" },
  },
  async ({ values, positionals }) => {
    const root = resolve(values.root);
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const portal =
      values.at === undefined
        ? { ...loadPortal(root, today), today }
        : loadPortalAt(root, values.at);
    const plan = portal?.catalogue?.plan;
    const known = plan?.tasks.map(({ number }) => number) ?? [];
    const unknown = positionals.filter((number) => !known.includes(number));
    if (!portal?.catalogue || !plan || unknown.length > 0) {
      process.stderr.write(
        !portal
          ? `Немає коміту ${values.at}.\n`
          : !portal.catalogue
            ? "Портал має помилки: спершу виправте їх (npm run validate).\n"
            : !plan
              ? "Плану дій у data/plan.yaml немає.\n"
              : `Немає завдання: ${unknown.join(", ")}. Є: ${known.join(", ")}.\n`,
      );
      process.exitCode = 2;
    } else {
      const results = measurePlan(portal.catalogue).filter(
        ({ number }) => positionals.length === 0 || positionals.includes(number),
      );
      process.stdout.write(renderPlanText(plan, results, portal.today));
    }
  },
);
