import { testKeyboard } from "./fixtures/keyboard-walk.ts";
import { kinds } from "./fixtures/page-kinds.ts";

testKeyboard(kinds.filter((_, index) => index % 2 === 1));
