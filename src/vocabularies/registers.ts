/** What each register is for readers, in both languages. */
export const registerWords = {
  acts: { uk: "Нормативна база", en: "Legal acts" },
  orders: { uk: "Відповідальні підрозділи", en: "Responsible units" },
  meetings: { uk: "Робоча група", en: "Working group" },
  trainings: { uk: "Навчання і консультації", en: "Trainings" },
  measures: { uk: "Заходи програми", en: "Programme measures" },
  recommendations: { uk: "Рекомендації аудиту", en: "Audit recommendations" },
  cards: { uk: "Картки оцінки", en: "Assessment cards" },
  polls: { uk: "Опитування", en: "Polls" },
  requests: { uk: "Звернення читачів", en: "Readers’ requests" },
  publications: { uk: "Публікації", en: "Publications" },
  materials: { uk: "Методичні матеріали", en: "Guidance" },
  consultations: { uk: "Консультації", en: "Consultations" },
  products: { uk: "Продукти на даних", en: "Products built on the data" },
  events: { uk: "Заходи і партнерства", en: "Events and partnerships" },
  exemptions: { uk: "Винятки з обов’язкових наборів", en: "Exempt mandated sets" },
  ratings: { uk: "Рейтинги за роками", en: "Ratings by year" },
} as const;
