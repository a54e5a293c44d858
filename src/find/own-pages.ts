import { speak } from "../i18n/translate.ts";
import type { Localised } from "../model/catalogue.ts";

/** A page of the portal itself: what it is called, what it says of itself, and the words people come for it by. */
type OwnPage = { path: string; title: Localised; description: Localised; asked: string };

const inBoth = (say: (speech: ReturnType<typeof speak>) => string): Localised => ({
  uk: say(speak("uk")),
  en: say(speak("en")),
});

/** Pages that readers look for by what they want to do: «повідомити про помилку», «що обіцяла рада». */
export const ownPages = (plan?: { title: string }): OwnPage[] => [
  ...(plan
    ? [
        {
          path: "/plan/",
          title: inBoth(({ t }) => t("plan.title")),
          description: { uk: plan.title },
          asked: "обіцянка обіцяти обіцяла обіцяв обіцяли рада влада виконати зробити promise",
        },
      ]
    : []),
  {
    path: "/requests/",
    title: inBoth(({ t }) => t("requests.title")),
    description: inBoth(({ t }) => t("requests.lead")),
    asked: "повідомити помилка поскаржитися попросити запитати бракує report mistake ask",
  },
  {
    path: "/street/",
    title: inBoth(({ t }) => t("street.title")),
    description: inBoth(({ t }) => t("street.lead")),
    asked: "моя вулиця адреса будинок двір address house",
  },
  {
    path: "/api/",
    title: inBoth(({ t }) => t("api.title")),
    description: inBoth(({ t }) => t("api.lead")),
    asked: "api rss atom програміст розробник developer",
  },
  {
    path: "/dashboards/",
    title: inBoth(({ t }) => t("dashboards.title")),
    description: inBoth(({ t }) => t("dashboards.lead")),
    asked: "порівняти порівняння роки рік графік compare years",
  },
];
