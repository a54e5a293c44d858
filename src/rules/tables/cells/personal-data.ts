import { stopsWith } from "../../example-portal.ts";
import { findPeople } from "../../people-found.ts";
import { tableExample } from "../example-table.ts";
import { tableRule } from "../table-rule.ts";

/** What the tests measure on invented columns (src/test/fixtures/people.ts) and on 50 real files of Ukrainian cities. */
export const measuredPersonal = {
  people: 660,
  found: 660,
  alike: 440,
  falseAlarms: 0,
  realColumns: 995,
  realErrors: 0,
  realWarnings: 5,
};

/** The same on names and lists that others published (src/test/fixtures/published-*.ts), on the half that nobody looked at. */
export const measuredPublished = { people: 170, stopped: 170, innocent: 300, alarms: 0 };

const personalMeasured = (
  own: typeof measuredPersonal,
  published: typeof measuredPublished,
): string =>
  `Перевірено на іменах із чужого опублікованого списку, записаних 34 способами: з ${published.people} колонок зупинено ${published.stopped}; ` +
  `з понад ${published.innocent} колонок вулиць, поселень, установ, посад і назв хибно зупинено ${published.alarms}. ` +
  `З ${own.people} власних вигаданих колонок із номерами, телефонами, адресами й іменами впізнано ${own.found}; з ${own.alike} схожих на них хибних тривог — ${own.falseAlarms}. ` +
  `У 50 справжніх таблицях (колонок ${own.realColumns}) зупинено колонок — ${own.realErrors}, попереджень — ${own.realWarnings}: це скриньки на безплатній пошті.`;

export const personalData = tableRule({
  id: "personal-data",
  ofPeople: true,
  title: "Персональних даних немає",
  why: "Персональні дані оприлюднюють як відкриті, лише якщо їх знеособлено, людина дала згоду або оприлюднення передбачено законом (Закон «Про доступ до публічної інформації», частина третя статті 10-1). Історія змін зберігає їх назавжди: вилучити опубліковане вже не можна.",
  measured: personalMeasured(measuredPersonal, measuredPublished),
  find: (table) => findPeople(table, table.schema?.fields ?? []),
  examples: [
    tableExample({
      when: "імена й мобільні телефони відповідальних",
      columns: "id, name, telephone",
      bad: "id,name,telephone\n1,Петренко Іван Миколайович,+380501234567\n2,Шевченко Ольга Іванівна,+380671234567\n3,Коваль Петро Петрович,+380931234567\n",
      good: "id,name,telephone\n1,Відділ освіти,+380522240001\n2,Відділ культури,+380522240002\n3,Відділ спорту,+380522240003\n",
      messages: [
        "Колонка «name»: схоже на імена людей (3 комірки: B2 «П*** І*** М***», B3 «Ш*** О*** І***», B4 «К*** П*** П***»). Потрібно: дані, що не дають упізнати людину.",
        "Колонка «telephone»: схоже на мобільні телефони (3 комірки: C2 «38*******567», C3 «38*******567», C4 «38*******567»). Потрібно: дані, що не дають упізнати людину.",
      ],
    }),
    {
      when: "закон велить оприлюднити імена, і підставу записано в описі колонки",
      files: {
        ...stopsWith(
          "{ name: name, type: string, title: Назва }",
          '{ name: name, type: string, title: Депутат, personal: "Закон «Про статус депутатів місцевих рад», стаття 6" }',
        ),
        "data/datasets/stops/stops.csv":
          "id,name,platforms\n1,Петренко Іван Миколайович,2\n2,Шевченко Ольга Іванівна,1\n3,Коваль Петро Петрович,1\n",
      },
      messages: [],
    },
  ],
});
