/**
 * What a field is called, for who fills it in: its label, then what helps to answer («Хто ухвалив: орган, не особа»).
 * The Ukrainian is the description in the JSON Schema, which stands by the hand of who writes the file; forms speak both.
 */
export const said = (uk: string, en: string) => ({ description: uk, en });
