/** Is a resource's path an address on another server? */
export const isRemote = (path: string): boolean => /^https?:\/\//i.test(path);

/** Why a path in the repository is refused: the part of the sentence after «бо». */
export function pathProblem(path: string): string | undefined {
  if (isRemote(path)) return undefined;
  if (/^[a-z]:/i.test(path) || path.startsWith("/") || path.startsWith("\\"))
    return "він веде від кореня диска";
  if (/%2e|%2f|%5c/i.test(path)) return "у ньому є закодовані знаки";
  if (path.split(/[\\/]/).includes("..")) return "він виходить за межі теки набору";
  if (/[\\/]/.test(path)) return "файли лежать просто в теці набору, без вкладених тек";
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(path))
    return "назва файлу може мати лише малі латинські літери, цифри, дефіс, крапку";
  return undefined;
}
