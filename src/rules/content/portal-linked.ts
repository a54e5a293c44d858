import { quote } from "../../model/reports/finding.ts";
import { suggest } from "../closest.ts";
import { examplePortal } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const portalLinked: Rule = {
  id: "portal-linked",
  title: "Опис порталу називає наявні набори",
  why: "Оновлення наборів зі списку mergeCleanUpdates приймаються без людини. Назва з одруком не діє нині, а завтра дала б цей дозвіл зовсім іншому наборові.",
  check: ({ portal, datasetIds }) =>
    (portal?.value.mergeCleanUpdates ?? []).flatMap((id, index) =>
      datasetIds.includes(id)
        ? []
        : [
            error(portalLinked, {
              place: portal?.placeOf(["mergeCleanUpdates", index]) ?? { file: "data/portal.yaml" },
              message: `Набору ${quote(id)} на порталі немає.`,
              hint: suggest(id, datasetIds),
            }),
          ],
    ),
  examples: [
    {
      when: "серед наборів, оновлення яких приймаються без людини, названо того, якого немає",
      files: {
        "data/portal.yaml": `${examplePortal["data/portal.yaml"]}mergeCleanUpdates: [stop]\n`,
      },
      messages: ["Набору «stop» на порталі немає."],
    },
  ],
};
