import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderSkeleton } from "../src/published/dataset/skeleton.ts";
import { schemasOf } from "../src/read/disk/engine.ts";
import { readPortal } from "../src/read/portal.ts";
import { idPattern } from "../src/schemas/text.ts";
import { command, WrongCall } from "./command.ts";

await command(
  {
    about: "Створює теку набору із заготовкою паспорта й таблиці.",
    positionals: "НАБІР",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
    },
    code1: "такий набір уже є",
  },
  async ({ values, positionals }) => {
    const [id = ""] = positionals;
    const folder = join(resolve(values.root), "data/datasets", id);
    if (!idPattern.test(id))
      throw new WrongCall(
        "Назвіть набір малими латинськими літерами, цифрами й дефісами: npm run new-dataset -- bus-stops",
      );
    if (existsSync(folder)) {
      process.stderr.write(`Набір «${id}» уже є: ${folder}\n`);
      process.exitCode = 1;
    } else {
      const portal = readPortal(resolve(values.root));
      if (!portal)
        throw new WrongCall(`У теці ${resolve(values.root)} немає порталу: вкажіть --root ТЕКА.`);
      const files = renderSkeleton(id, {
        publisher: portal.publisher,
        email: portal.contact.email,
        place: portal.places[0]?.code ?? "",
        schemas: schemasOf(resolve(values.root)),
      });
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, name), text, { flag: "wx" });
      process.stdout.write(
        `Створено ${folder}. Заповніть datapackage.yaml, замініть таблицю і виконайте: npm run validate -- ${id}\n`,
      );
    }
  },
);
