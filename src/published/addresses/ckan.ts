import { ckanActions, renderCkan } from "../dataset/ckan.ts";
import { type Address, grouped, mediaTypes, single } from "./address.ts";

const titles: Record<keyof typeof ckanActions, Address["title"]> = {
  package_search: { uk: "Усі набори, у формі CKAN", en: "Every dataset, as CKAN has it" },
  package_list: { uk: "Назви наборів", en: "Names of datasets" },
  organization_show: { uk: "Організація порталу", en: "The portal’s organisation" },
  organization_list: { uk: "Назви організацій", en: "Names of organisations" },
  group_list: { uk: "Дванадцять груп data.gov.ua", en: "The twelve groups of data.gov.ua" },
  status_show: { uk: "Відомості про портал", en: "About the portal" },
};

/** The calls of the CKAN Action API that have one answer: files without an ending, as the harvester asks for them. */
export const ckanAddresses: readonly Address[] = grouped(
  "ckan",
  (Object.keys(ckanActions) as (keyof typeof ckanActions)[]).map((call) =>
    single(`/api/3/action/${call}`, mediaTypes.json, titles[call], ({ catalogue }) =>
      renderCkan(call, ckanActions[call](catalogue), catalogue),
    ),
  ),
);
