import { auditYears } from "../../catalogue/measures/plan/audit.ts";
import { measureRating } from "../../catalogue/measures/quality/rating.ts";
import { registerNames, registerSchemas } from "../../schemas/data/registers.ts";
import { renderBacklogCsv } from "../reports/audit.ts";
import { renderBadge } from "../reports/badge.ts";
import { renderCardCsv, renderCardXlsx } from "../reports/card.ts";
import {
  renderCoverageCsv,
  renderCoverageMatrixCsv,
  renderPlanCsv,
  renderPlanJson,
  renderRegisterCsv,
} from "../reports/plan.ts";
import { renderRatingCsv } from "../reports/rating.ts";
import { type Address, mediaTypes, single } from "./address.ts";

const { csv, json, xlsx, svg } = mediaTypes;

/** What is published of the action plan, of what must be open, and of how publishers fare. */
export const planAddresses: readonly Address[] = [
  {
    path: "/plan.json",
    mediaType: json,
    title: {
      uk: "Виконання Плану дій: показники й підтвердження",
      en: "The action plan: figures and evidence",
    },
    page: "/plan/",
    files: ({ catalogue }) => (catalogue.plan ? [{ render: () => renderPlanJson(catalogue) }] : []),
  },
  {
    path: "/plan.csv",
    mediaType: csv,
    title: {
      uk: "Показники Плану дій таблицею",
      en: "Figures of the action plan as a table",
    },
    page: "/plan/",
    files: ({ catalogue }) => (catalogue.plan ? [{ render: () => renderPlanCsv(catalogue) }] : []),
  },
  {
    ...single(
      "/coverage.csv",
      csv,
      { uk: "Обов’язкові набори та їхній стан", en: "Mandated datasets and their state" },
      ({ catalogue }) => renderCoverageCsv(catalogue),
    ),
    page: "/coverage/",
  },
  {
    ...single(
      "/coverage-by-publisher.csv",
      csv,
      { uk: "Обов’язкові набори за розпорядниками", en: "Mandated datasets by publisher" },
      ({ catalogue }) => renderCoverageMatrixCsv(catalogue),
    ),
    page: "/coverage/",
  },
  {
    path: "/card.csv",
    mediaType: csv,
    title: { uk: "Картка оцінки таблицею", en: "The assessment card" },
    page: "/card/",
    files: ({ catalogue }) => (catalogue.card ? [{ render: () => renderCardCsv(catalogue) }] : []),
  },
  {
    path: "/card.xlsx",
    mediaType: xlsx,
    title: { uk: "Картка оцінки, книга Excel", en: "The assessment card, Excel workbook" },
    page: "/card/",
    files: ({ catalogue }) => (catalogue.card ? [{ render: () => renderCardXlsx(catalogue) }] : []),
  },
  {
    path: "/audit/{year}.csv",
    mediaType: csv,
    title: {
      uk: "Інформаційний аудит року: що відкрити далі",
      en: "The information audit of a year: what to open next",
    },
    page: "/audit/{year}/",
    files: ({ catalogue }) =>
      auditYears(catalogue).map((year) => ({
        slots: { year: String(year) },
        render: () => renderBacklogCsv(catalogue, year),
      })),
  },
  {
    path: "/publisher/{publisher}/badge.svg",
    mediaType: svg,
    title: { uk: "Знак із балом розпорядника", en: "A badge with a publisher’s score" },
    files: ({ catalogue }) =>
      measureRating(catalogue).map((score, index, all) => ({
        slots: { publisher: score.publisher },
        render: () => renderBadge(score, index + 1, all.length),
      })),
  },
  {
    ...single(
      "/rating.csv",
      csv,
      { uk: "Рейтинг розпорядників", en: "Rating of publishers" },
      ({ catalogue }) => renderRatingCsv(catalogue),
    ),
    page: "/rating/",
  },
  {
    path: "/registers/{register}.csv",
    mediaType: csv,
    title: {
      uk: "Реєстр Плану дій таблицею",
      en: "A register of the action plan as a table",
    },
    page: "/registers/{register}/",
    files: ({ catalogue }) =>
      registerNames.map((register) => ({
        slots: { register },
        render: () =>
          renderRegisterCsv(
            catalogue.registers[register],
            Object.keys(registerSchemas[register].shape),
          ),
      })),
  },
];
