/** What CKAN accepts as a tag: 2–100 letters, digits, spaces, hyphens, dots and underscores (tag_name_validator). */
export const ckanTag = /^[\p{L}\p{N}_ .-]{2,100}$/u;

/** An apostrophe inside a word as U+02BC: a letter, which CKAN carries, where it drops a tag with any other. */
export const withLetterApostrophe = (word: string): string => word.replace(/[’'`]/g, "ʼ");
