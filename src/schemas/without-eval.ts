import { config } from "zod";

/**
 * For pages, before any schema is made: zod asks whether it may compile them with eval, a page's policy refuses, and some
 * browsers write that down as a fault of the page. What it would gain the policy forbids anyway (zod.dev/api, jitless).
 */
config({ jitless: true });
