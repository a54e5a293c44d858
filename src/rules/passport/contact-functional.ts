import { isOfficial } from "../../model/mailbox.ts";
import { quote } from "../../model/reports/finding.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const contactFunctional: Rule = {
  id: "contact-functional",
  ofPeople: true,
  title: "Контакт — службова скринька",
  why: "Паспорт відкритий для всіх і лишається в історії назавжди. Особиста скринька працівника — персональні дані; до того ж вона зникає разом із ним.",
  check({ datasets, publishers, portal, registers }) {
    const domains = portal?.value.mailDomains ?? [];
    return [
      ...datasets.map(({ value, placeOf }) => ({
        email: value.contact?.email,
        place: () => placeOf(["contact", "email"]),
      })),
      ...registers.orders.map(({ value, placeOf }) => ({
        email: value.email,
        place: () => placeOf(["email"]),
      })),
      ...publishers.map(({ value, placeOf }) => ({
        email: value.email,
        place: () => placeOf(["email"]),
      })),
    ].flatMap(({ email, place }) => {
      if (email === undefined || isOfficial(email, domains)) return [];
      return [
        error(contactFunctional, {
          place: place(),
          message: `Скринька в домені ${quote(email.split("@")[1])} не є службовою.`,
          hint: `Вкажіть скриньку підрозділу в домені ${domains.join(" або ")}.`,
        }),
      ];
    });
  },
  examples: [
    {
      when: "вказано особисту скриньку",
      files: stopsWith("data@example.gov.ua", "someone@ukr.net"),
      messages: ["Скринька в домені «ukr.net» не є службовою."],
    },
  ],
};
