import { z } from "zod";
import { date, email, text, webAddress } from "../text.ts";

const path = webAddress.optional().meta({ description: "Адреса документа чи сторінки" });
const note = text.optional().meta({ description: "Примітка" });
const publisher = z.string().meta({ description: "Розпорядник: назва файлу з data/publishers" });
const datasets = z.array(z.string()).default([]).meta({ description: "Набори даних" });
const year = z.int().min(2000).max(2100);
const money = z.number().min(0).meta({ description: "Гривні" });

/** Нормативні акти й документи: чинні й ті, що втратили чинність. */
const acts = z.strictObject({
  title: text.meta({ description: "Назва документа" }),
  kind: z
    .enum(["regulation", "list", "programme", "order", "agreement", "charter"])
    .meta({ description: "Положення, перелік, програма, розпорядження, угода, хартія" }),
  issuer: text.meta({ description: "Хто ухвалив: орган, не особа" }),
  number: z.string().optional().meta({ description: "Номер, у лапках" }),
  date: date.meta({ description: "Дата" }),
  status: z.enum(["in-force", "repealed"]).meta({ description: "Чинність: чинний чи ні" }),
  replacedBy: z.string().optional().meta({ description: "Документ, що його замінив" }),
  datasets: datasets.meta({ description: "Для переліку: набори, які він затверджує" }),
  alsoListed: z
    .array(text)
    .default([])
    .meta({ description: "Для переліку: назви наборів, яких на порталі ще немає" }),
  poll: z
    .string()
    .optional()
    .meta({ description: "Для переліку: опитування, яке враховано, — назва файлу з polls" }),
  path,
  note,
});

/** Відповідальні підрозділи: наказ чи розпорядження розпорядника. Посади й підрозділи, не особи. */
const orders = z.strictObject({
  publisher,
  number: z.string().meta({ description: "Номер наказу, у лапках" }),
  date,
  until: date.optional().meta({ description: "Останній день чинності, якщо він є" }),
  unit: text.meta({ description: "Відповідальний підрозділ або посада" }),
  email: email.meta({ description: "Службова скринька" }),
  jobDescription: z.boolean().meta({ description: "Зміни до посадової інструкції: чи внесено" }),
  path,
  note,
});

/** Засідання робочої групи і рішення з їхніми строками. */
const meetings = z.strictObject({
  title: text.meta({ description: "Про що засідання" }),
  date,
  decisions: z
    .array(
      z.strictObject({
        text,
        due: date.optional().meta({ description: "Строк" }),
        done: date.optional().meta({ description: "Коли виконано" }),
      }),
    )
    .default([]),
  path,
  note,
});

/** Навчання і консультації для відповідальних: посада і розпорядник, без імен. */
const trainings = z.strictObject({
  title: text.meta({ description: "Курс або тема консультації" }),
  date,
  kind: z.enum(["training", "consultation"]),
  publisher,
  role: text.meta({ description: "Посада або роль того, хто навчався" }),
  certificate: z.boolean().default(false),
  materials: z.array(z.string()).default([]).meta({ description: "Методичні матеріали" }),
  path,
  note,
});

/** Заходи програми і гроші на них, за роками. */
const measures = z.strictObject({
  title: text.meta({ description: "Захід" }),
  year: year.meta({ description: "Рік, на який захід" }),
  act: z.string().optional().meta({ description: "Затверджено документом: назва файлу з acts" }),
  planned: money.optional(),
  funded: money.optional(),
  spent: money.optional(),
  path,
  note,
});

/** Рекомендації інформаційного аудиту: кому, до якого дня, що зроблено. */
const recommendations = z.strictObject({
  title: text.meta({ description: "Рекомендація" }),
  year: year.meta({ description: "Рік аудиту" }),
  publisher,
  due: date.optional(),
  done: date.optional(),
  datasets,
  note,
});

/** Подані картки оцінки стану оприлюднення. */
const cards = z.strictObject({
  title: text.meta({ description: "Картка" }),
  year,
  due: date.optional().meta({ description: "Строк подання" }),
  submitted: date.optional().meta({ description: "Коли подано" }),
  number: z.string().optional().meta({ description: "Вихідний номер, у лапках" }),
  path,
  note,
});

/** Опитування громадської думки і рішення за пропозиціями. */
const polls = z.strictObject({
  title: text.meta({ description: "Про що питали" }),
  start: date,
  end: date,
  proposals: z
    .array(
      z.strictObject({
        text,
        votes: z.int().min(0).optional(),
        decision: z.enum(["accepted", "declined"]).optional(),
        reason: text.optional().meta({ description: "Чому не враховано" }),
        datasets,
      }),
    )
    .default([]),
  path,
  note,
});

/** Звернення читачів: запити на дані, помилки, пропозиції до опитувань. Без імен і контактів тих, хто писав. */
const requests = z.strictObject({
  title: text
    .max(200)
    .meta({ description: "Про що звернення: одне речення, без імен і контактів" }),
  kind: z
    .enum(["data", "error", "proposal"])
    .meta({ description: "Запит на дані, помилка в даних, пропозиція до опитування" }),
  date: date.meta({ description: "Коли надійшло" }),
  channel: z.enum(["form", "mail", "other"]).meta({ description: "Як надійшло" }),
  datasets,
  publisher: publisher
    .optional()
    .meta({ description: "Хто відповідає; без нього — розпорядник першого з наборів" }),
  poll: z.string().optional().meta({ description: "Опитування: назва файлу з polls" }),
  votes: z.int().min(0).default(0).meta({ description: "Скільки читачів підтримали" }),
  answered: date.optional().meta({ description: "Перша відповідь" }),
  closed: date.optional().meta({ description: "Коли закрито" }),
  decision: z
    .enum(["accepted", "declined"])
    .optional()
    .meta({ description: "Рішення: враховано чи ні" }),
  reason: text.optional().meta({ description: "Чому не враховано" }),
  outcome: text.optional().meta({ description: "Що зроблено" }),
  path,
  note,
});

/** Публікації поза порталом: засоби масової інформації, соціальні мережі, сайти. */
const publications = z.strictObject({
  title: text,
  date,
  channel: text.meta({ description: "Де опубліковано" }),
  datasets,
  path: webAddress.meta({ description: "Адреса" }),
  note,
});

/** Методичні матеріали: першоджерела, місцева адаптація, шаблони. */
const materials = z.strictObject({
  title: text,
  kind: z.enum(["original", "adaptation", "template"]),
  author: text.meta({ description: "Орган або організація" }),
  date: date.optional(),
  version: z.string().optional().meta({ description: "Версія" }),
  act: z.string().optional().meta({ description: "Затверджено документом: назва файлу з acts" }),
  path: webAddress.meta({ description: "Адреса" }),
  note,
});

/** Звернення по консультацію: школи, університети, бізнес, громадські організації. */
const consultations = z.strictObject({
  title: text.meta({ description: "Тема" }),
  date,
  requester: z.enum(["school", "university", "business", "ngo", "other"]),
  answered: date.optional(),
  outcome: text.optional(),
  datasets,
  path,
  note,
});

/** Продукти, створені на даних. */
const products = z.strictObject({
  title: text,
  en: z.strictObject({ title: text }).optional(),
  author: text.meta({ description: "Організація" }),
  path: webAddress.meta({ description: "Адреса" }),
  checked: date.optional().meta({ description: "Перевірено: день, коли продукт відкривався" }),
  status: z.enum(["live", "gone"]).default("live"),
  datasets,
  note,
});

/** Заходи і партнерства: форуми, обміни, угоди з містами. */
const events = z.strictObject({
  title: text,
  date,
  kind: z.enum(["event", "partnership"]),
  place: text.meta({ description: "Місто, країна" }),
  role: text.optional().meta({ description: "Участь: доповідь, слухання, організація" }),
  outcome: text.optional(),
  path,
  note,
});

/** Обов’язкові набори, яких немає з причини: незастосовні або обмежені, з підставою. */
const exemptions = z.strictObject({
  mandated: z.string().meta({ description: "Код обов’язкового набору" }),
  publisher: publisher
    .optional()
    .meta({ description: "Чий виняток; без нього — для всіх розпорядників" }),
  kind: z.enum(["not-applicable", "restricted"]),
  ground: text.meta({ description: "Підстава" }),
  decision: text.optional().meta({ description: "Рішення про обмеження: номер і дата" }),
  harmTest: text.optional().meta({ description: "Трискладовий тест: висновок" }),
  review: date.optional().meta({ description: "Коли переглянути" }),
  path,
  note,
});

/** Рейтинг розпорядників за рік, зафіксований: за комітом його можна перерахувати. */
const ratings = z.strictObject({
  title: text,
  year,
  date: date.meta({ description: "День, на який пораховано" }),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .meta({ description: "Коміт, за яким пораховано" }),
  scores: z
    .array(z.strictObject({ publisher: z.string(), score: z.number().min(0).max(100) }))
    .meta({ description: "Бали" }),
  note,
});

/** Registers under data/registers/<name>/<id>.yaml: one entry a file, so that two pull requests never touch the same. */
export const registerSchemas = {
  acts,
  orders,
  meetings,
  trainings,
  measures,
  recommendations,
  cards,
  polls,
  requests,
  publications,
  materials,
  consultations,
  products,
  events,
  exemptions,
  ratings,
};

export type RegisterName = keyof typeof registerSchemas;
export type RegisterEntry<N extends RegisterName> = z.infer<(typeof registerSchemas)[N]>;
export const registerNames = Object.keys(registerSchemas) as RegisterName[];
export const isRegister = (name: string): name is RegisterName =>
  Object.hasOwn(registerSchemas, name);
