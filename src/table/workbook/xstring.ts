/**
 * A text as a cell of an XLSX keeps it (ECMA-376, ST_Xstring): there «_x000D_» is a carriage return, so the same letters
 * in somebody's table begin with an underscore written by its number. The library that writes workbooks leaves that to us.
 */
export const asXstring = <T>(value: T): T =>
  typeof value === "string"
    ? (value.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_") as T & string)
    : value;
