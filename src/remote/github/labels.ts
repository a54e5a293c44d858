/** Labels of the repository's issues that mean something to the portal; issue forms set the first three. */
export const requestLabels = {
  data: "запит на дані",
  error: "помилка в даних",
  proposal: "пропозиція до опитування",
} as const;

export const decisionLabels = { accepted: "враховано", declined: "не враховано" } as const;

/** An issue with it never comes to the portal, and goes from it: it names people. */
export const hiddenLabel = "не публікувати";

/** The one issue that says why the site is not updated. */
export const alarmLabel = "сайт не оновлено";

/** Issues the portal itself opens about a set whose term comes or is over. */
export const reminderLabel = "строк оновлення";
