import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { renderSkeleton } from "../src/outputs/skeleton.ts";
import { idPattern } from "../src/schemas/text.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: "string", default: "." } },
});
const [id = ""] = positionals;
const folder = join(resolve(values.root), "data/datasets", id);
if (!idPattern.test(id)) {
  process.stderr.write(
    "Назвіть набір малими латинськими літерами, цифрами й дефісами: npm run new-dataset -- bus-stops\n",
  );
  process.exitCode = 2;
} else if (existsSync(folder)) {
  process.stderr.write(`Набір «${id}» уже є: ${folder}\n`);
  process.exitCode = 1;
} else {
  const portal = parse(readFileSync(join(resolve(values.root), "data/portal.yaml"), "utf8"));
  const files = renderSkeleton(id, {
    publisher: portal.publisher,
    email: portal.contact.email,
    place: portal.places[0].code,
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  process.stdout.write(
    `Створено ${folder}. Заповніть datapackage.yaml, замініть таблицю і виконайте: npm run validate -- ${id}\n`,
  );
}
