import { testEveryPage } from "./fixtures/every-page.ts";

testEveryPage({ width: 1280, scheme: "dark", half: 1 });
