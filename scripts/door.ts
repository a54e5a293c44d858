import { join } from "node:path";

/** The file that Node is given before a command's name, here and where the engine is an installed package. */
export const door = join(import.meta.dirname, "open-data-portal.mjs");
