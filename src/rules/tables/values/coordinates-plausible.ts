import type { Finding } from "../../../model/reports/finding.ts";
import type { TableSubject } from "../../../model/table.ts";
import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { markRule, placeIn, type TableRule, tableRule } from "../table-rule.ts";

const marks = markRule({
  id: "coordinates-plausible",
  title: "Координати лежать у громаді",
  why: "Переставлені широта й довгота переносять зупинку в Ірак, а одна координата на всі рядки — усі зупинки в одну точку.",
  marks: {
    "place-degrees": {
      severity: "warning",
      found: "градуси, мінути й секунди",
      expected: "десяткові градуси: 48.5079",
      hint: "Перерахуйте: градуси + мінути/60 + секунди/3600. Більшість карт показує десяткові градуси одразу.",
    },
    "place-range": {
      severity: "warning",
      found: "точки поза громадою",
      expected: "координата в межах громади",
      hint: "Перевірте точки на карті: чи не пропущено цифру й чи не переставлено широту з довготою.",
    },
    "place-same": {
      severity: "warning",
      found: "одна координата в усіх рядках",
      expected: "точка кожного об’єкта",
      hint: "Схоже, координату скопійовано донизу. Знайдіть точку кожного об’єкта на карті.",
    },
  },
  examples: [
    tableExample({
      when: "градуси й мінути замість десяткових градусів",
      warns: true,
      columns: "id, lat, lon",
      bad: "id,lat,lon\n1,48°30′28″,32.26\n",
      good: "id,lat,lon\n1,48.5079,32.26\n",
      messages: [
        "Колонка «lat»: градуси, мінути й секунди (1 комірка: B2 «48°30′28″»). Потрібно: десяткові градуси: 48.5079.",
      ],
    }),
    tableExample({
      when: "точка далеко за межами громади",
      warns: true,
      columns: "id, lat:number, lon:number",
      bad: "id,lat,lon\n1,48.5079,32.26\n2,48.5081,23.27\n",
      good: "id,lat,lon\n1,48.5079,32.26\n2,48.5081,32.27\n",
      messages: [
        "Колонка «lon»: точки поза громадою (1 комірка: C3 «23.27»). Потрібно: координата в межах громади.",
      ],
    }),
    tableExample({
      when: "широту й довготу переставлено",
      warns: true,
      columns: "id, lat:number, lon:number",
      bad: "id,lat,lon\n1,32.26,48.5079\n2,32.27,48.5081\n",
      good: "id,lat,lon\n1,48.5079,32.26\n2,48.5081,32.27\n",
      messages: [
        "Широту й довготу переставлено: у колонці широти лежать довготи громади. Потрібно: спершу широта, потім довгота.",
      ],
    }),
    tableExample({
      when: "одну координату скопійовано донизу",
      warns: true,
      columns: "id, lat:number, lon:number",
      bad: "id,lat,lon\n1,48.5,32.21\n2,48.5,32.22\n3,48.5,32.23\n4,48.5,32.24\n5,48.5,32.25\n",
      good: "id,lat,lon\n1,48.5,32.21\n2,48.51,32.22\n3,48.5,32.23\n4,48.5,32.24\n5,48.5,32.25\n",
      messages: [
        "Колонка «lat»: одна координата в усіх рядках (5 комірок: B2 «48.5» та ще 4). Потрібно: точка кожного об’єкта.",
      ],
    }),
  ],
});

/** Every point lies outside: no slip of a hand, but a table of another place. */
const elsewhere = (table: TableSubject): Finding =>
  warning(marks, {
    place: placeIn(table),
    message: "Усі точки лежать поза громадою. Потрібно: координати в межах громади.",
    hint: "Якщо таблиця про інші території, вкажіть їх у паспорті набору (spatial); якщо про громаду, перевірте точки на карті.",
  });

export const coordinatesPlausible: TableRule = tableRule({
  ...marks,
  find(table) {
    if (!table.report.swapped) {
      const places = table.report.columns.filter(({ marks: found }) => found["place-range"]);
      const all = places.every(
        ({ marks: found, profile }) =>
          found["place-range"]?.count === profile.count - profile.missing && profile.count > 1,
      );
      return places.length >= 2 && all ? [elsewhere(table)] : marks.find(table);
    }
    return [
      warning(marks, {
        place: placeIn(table),
        message:
          "Широту й довготу переставлено: у колонці широти лежать довготи громади. Потрібно: спершу широта, потім довгота.",
        hint: "Поміняйте назви двох колонок місцями.",
      }),
    ];
  },
});
