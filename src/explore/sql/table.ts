/** A table as a query names it, and where its rows come from. */
export type SqlTable = {
  name: string;
  title: string;
  dataset: string;
  src: string;
  rows: number;
  headerRows: number;
  missing: string[];
  columns: { name: string; title: string; numeric: boolean }[];
};
/** A question put ready, and the tables it asks. */
export type SqlExample = { title: string; tables: string[]; sql: string };

/** Words of SQL, which name a table or a column only in quotes. */
const reserved =
  /^(add|all|alter|and|as|between|by|case|check|collate|column|commit|constraint|create|default|delete|distinct|drop|else|escape|except|exists|foreign|from|group|having|in|index|insert|intersect|into|is|isnull|join|limit|not|notnull|null|on|or|order|primary|references|select|set|table|then|to|transaction|union|unique|update|using|values|when|where|abort|action|autoincrement|cast|conflict|cross|current_date|current_time|current_timestamp|deferrable|deferred|each|exclusive|explain|fail|filter|for|full|generated|glob|ignore|immediate|initially|inner|instead|key|left|like|match|materialized|natural|no|nothing|of|offset|outer|over|partition|plan|pragma|query|raise|range|recursive|regexp|reindex|release|rename|replace|restrict|returning|right|rollback|row|rows|savepoint|temp|temporary|trigger|vacuum|view|virtual|window|with|without)$/i;
/** The name of a table or a column as a query writes it. */
export const named = (name: string): string => (reserved.test(name) ? `"${name}"` : name);
