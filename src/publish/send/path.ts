import { nameFault } from "../../rules/files/file-name.ts";
import { hasPlace } from "../../rules/files/file-place.ts";

/** Why a file may not be sent to this path; undefined where it may. A sentence's end, after «Файл …». */
export function pathFault(path: string): string | undefined {
  if (!/^(data|content)\//.test(path)) return "лежить поза теками data і content";
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".."))
    return "має шлях, який веде вбік";
  const fault = parts.map(nameFault).find((one) => one !== undefined);
  if (fault !== undefined) return `має назву, яка ${fault}`;
  return hasPlace(path) ? undefined : "лежить там, де портал файлів не читає";
}
