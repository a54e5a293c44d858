import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderSlots } from "../src/i18n/render-slots.ts";
import { dictionaries } from "../src/i18n/translate.ts";
import { jsonSchemas, renderJsonSchema } from "../src/schemas/json.ts";
import { command } from "./command.ts";

await command(
  {
    about: "Складає JSON Schema для редакторів зі схем у src/schemas.",
  },
  async () => {
    const folder = join(import.meta.dirname, "../src/schemas/json");
    mkdirSync(folder, { recursive: true });
    for (const name of Object.keys(jsonSchemas))
      writeFileSync(join(folder, `${name}.schema.json`), renderJsonSchema(name));
    writeFileSync(join(import.meta.dirname, "../src/i18n/slots.ts"), renderSlots(dictionaries.uk));
    process.stdout.write(`Схем записано: ${Object.keys(jsonSchemas).length}.\n`);
  },
);
