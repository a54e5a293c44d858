/** What to do with a portal that is described by another version of the schemas than the engine reads. Ukrainian. */
export function versionAdvice({ written, read }: { written: number; read: number }): {
  message: string;
  hint: string;
} {
  return written < read
    ? {
        message: `Портал описано за версією ${written} схеми, а рушій читає версію ${read}.`,
        hint: "Виконайте npx open-data-portal migrate; що саме зміниться, покаже npx open-data-portal migrate --dry-run.",
      }
    : {
        message: `Портал описано за версією ${written} схеми, а рушій читає лише версію ${read}.`,
        hint: "Оновіть рушій: змініть версію open-data-portal у package.json і виконайте npm install.",
      };
}
