import { testEveryPage } from "./fixtures/every-page.ts";

testEveryPage({ width: 320, scheme: "light", half: 1 });
