import { testPictures } from "./fixtures/page-pictures.ts";

testPictures([
  { width: 1280, colorScheme: "dark", wide: 320 },
  { width: 390, colorScheme: "light", wide: 195 },
]);
