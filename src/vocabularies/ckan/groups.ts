import type { Theme } from "../dcat/themes.ts";

/** The twelve groups of data.gov.ua by the name in their address (seen on the portal), and the EU themes we put into each. */
export const ckanGroups: Record<string, { title: string; themes: readonly Theme[] }> = {
  derzhava: { title: "Держава", themes: ["GOVE", "INTR"] },
  ekolohiia: { title: "Навколишнє середовище", themes: ["ENVI"] },
  ekonomika: { title: "Економіка та бізнес", themes: ["ECON", "AGRI", "TECH"] },
  energetyka: { title: "Енергетика", themes: ["ENER"] },
  finansy: { title: "Фінанси", themes: ["ECON"] },
  iustytsiia: { title: "Юстиція та судочинство", themes: ["JUST"] },
  "molod-i-sport": { title: "Освіта, культура, спорт", themes: ["EDUC"] },
  "okhorona-zdorovia": { title: "Охорона здоров’я", themes: ["HEAL"] },
  podatky: { title: "Державні доходи і видатки", themes: [] },
  "rehionalnyi-rozvytok": { title: "Регіональний розвиток", themes: ["REGI"] },
  "sotsialnyi-zakhyst": { title: "Суспільство", themes: ["SOCI"] },
  transport: { title: "Інфраструктура і транспорт", themes: ["TRAN"] },
};
