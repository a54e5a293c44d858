import { testPictures } from "./fixtures/page-pictures.ts";

testPictures({ width: 390, colorScheme: "light", wide: 195 });
