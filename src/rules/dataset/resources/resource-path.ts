import { generatedFiles, isGenerated, reservedFiles } from "../../../vocabularies/portal-files.ts";

/** Is a resource's path an address on another server? */
const isRemote = (path: string): boolean => /^https?:\/\//i.test(path);

/** Is there no file of a resource in the dataset's folder, because another server or the portal itself has it? */
export const isKeptElsewhere = (path: string): boolean => isRemote(path) || isGenerated(path);

/** Why a path in the repository is refused: the part of the sentence after «бо». */
export function pathProblem(path: string): string | undefined {
  if (isKeptElsewhere(path)) return undefined;
  if (path.startsWith("/"))
    return `від кореня сайту починаються лише файли, які складає портал: ${generatedFiles.join(", ")}`;
  if (/^[a-z]:/i.test(path) || path.startsWith("\\")) return "він веде від кореня диска";
  if (/%2e|%2f|%5c/i.test(path)) return "у ньому є закодовані знаки";
  if (path.split(/[\\/]/).includes("..")) return "він виходить за межі теки набору";
  if (/[\\/]/.test(path)) return "файли лежать просто в теці набору, без вкладених тек";
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(path))
    return "назва файлу може мати лише малі латинські літери, цифри, дефіс, крапку";
  if (reservedFiles.has(path) || path.endsWith("-metadata.json"))
    return "файл із такою назвою портал складає сам";
  return undefined;
}
