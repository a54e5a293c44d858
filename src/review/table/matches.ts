/** Rows or columns of two tables that are one: their places, from 0; −1 where it is in one of them only. */
export type Match = { l: number; r: number };

export const isInBoth = ({ l, r }: Match): boolean => l >= 0 && r >= 0;
