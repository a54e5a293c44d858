import { basename } from "node:path";
import { parseArgs } from "node:util";
import { distance } from "fastest-levenshtein";
import { Fault } from "../src/model/reports/fault.ts";
import { faultSentence } from "./fault-sentence.ts";

/** What an option is: a word for its value where it takes one, what it may be, what it is for. */
type Option = { about: string } & (
  | { type: "boolean"; default?: boolean }
  | { type: "string"; value: string; default?: string; choices?: readonly string[] }
);
type Options = Record<string, Option>;
type Values<O extends Options> = {
  [N in keyof O]: O[N] extends { type: "boolean" }
    ? boolean
    : O[N] extends { default: string }
      ? string
      : string | undefined;
};

/** Of every command that calls an address: tests call servers of their own, and nothing else may. */
export const loopbackOption = {
  "allow-loopback": {
    type: "boolean",
    about: "дозволити адреси цього комп’ютера: для випробувань",
  },
} as const;

/** Of commands that read a portal. */
export const noCacheOption = {
  type: "boolean",
  about: "прочитати все заново, нічого з прочитаного раніше не брати й не зберігати",
} as const;

/** A command in words: what it does, what may stand after its name, what its options are. */
export type Command<O extends Options> = {
  about: string;
  /** Names of what stands after the command: «ФАЙЛ», «[НАБІР…]»; brackets where it may be left out, dots where it may be many. */
  positionals?: string;
  options?: O;
  /** Variables of the environment the command reads. */
  environment?: Record<string, string>;
  /** What exit code 1 means here. */
  code1?: string;
};

/** A call that cannot be carried out: one sentence, and where to read more. */
export class WrongCall extends Fault {}

/**
 * The frame of every command: reads its arguments, answers --help, runs it, and turns whatever goes wrong into one
 * sentence. Exit codes: 0 done; 1 what the command found in the portal; 2 a wrong call or a fault of the surroundings.
 */
export async function command<const O extends Options>(
  described: Command<O>,
  run: (call: { values: Values<O>; positionals: string[] }) => void | Promise<void>,
): Promise<void> {
  quietPipes();
  try {
    const call = readCall(described, process.argv.slice(2));
    if (call === "help") process.stdout.write(helpOf(described));
    else await run(call);
  } catch (error) {
    process.stderr.write(`${faultSentence(error)}\n`);
    if (process.env.PORTAL_DEBUG === "1") console.error(error);
    process.exitCode = 2;
  }
}

/** A reader that has seen enough, as `| head` has, is no error. */
function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(process.exitCode ?? 0);
    });
}

const nameOf = (): string => basename(process.argv[1] ?? "", ".ts");

function readCall<O extends Options>(
  { options = {} as O, positionals: places = "" }: Command<O>,
  args: readonly string[],
): { values: Values<O>; positionals: string[] } | "help" {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      ...Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    },
  });
  if (values.help === true) return "help";
  const seen: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const option = options[name];
    if (!option) throw new WrongCall(unknownOption(rawName, Object.keys(options)));
    if (option.type === "boolean") {
      if (value !== undefined)
        throw new WrongCall(`Параметр ${rawName} не має значення: пишіть лише ${rawName}.`);
      seen[name] = true;
      continue;
    }
    // «--out --format» is a forgotten value, not a file named so.
    if (value === undefined || (value.startsWith("--") && !token.inlineValue))
      throw new WrongCall(`Після ${rawName} має стояти значення: ${rawName} ${option.value}.`);
    if (option.choices && !option.choices.includes(value))
      throw new WrongCall(
        `Параметр ${rawName} має бути одним із: ${option.choices.join(", ")}; а не «${value}».`,
      );
    seen[name] = value;
  }
  checkPlaces(places, positionals);
  const all = Object.entries(options).map(([name, option]) => [
    name,
    seen[name] ?? option.default ?? (option.type === "boolean" ? false : undefined),
  ]);
  return { values: Object.fromEntries(all) as Values<O>, positionals };
}

function unknownOption(given: string, names: readonly string[]): string {
  const known = [...names, "help"].map((name) => `--${name}`);
  const near = known
    .map((name) => ({ name, far: distance(name, given) }))
    .sort((a, b) => a.far - b.far)[0];
  return near && near.far <= Math.max(2, given.length / 3)
    ? `Немає параметра ${given}; можливо, ви мали на увазі ${near.name}?`
    : `Немає параметра ${given}. Є: ${known.join(", ")}.`;
}

/** «ФАЙЛ [АРКУШ]» against what was given. */
function checkPlaces(places: string, given: readonly string[]): void {
  const wanted = places.split(" ").filter((place) => place !== "");
  const needed = wanted.filter((place) => !place.startsWith("["));
  const missing = needed[given.length];
  if (missing !== undefined)
    throw new WrongCall(
      `Не вказано: ${missing}. Приклад: npm run ${nameOf()} -- ${places}. Докладніше: npm run ${nameOf()} -- --help`,
    );
  const surplus = given[wanted.length];
  if (surplus !== undefined && !places.includes("…"))
    throw new WrongCall(
      `Зайве: «${surplus}». Як користуватися: npm run ${nameOf()} -- ${places} --help`,
    );
}

function helpOf<O extends Options>({
  about,
  positionals = "",
  options = {} as O,
  environment = {},
  code1,
}: Command<O>): string {
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `--${name}${option.type === "string" ? ` ${option.value}` : ""}`,
    option.about +
      (option.type === "string" && option.choices ? `: ${option.choices.join(", ")}` : "") +
      (option.type === "string" && option.default !== undefined
        ? ` (якщо не вказано — ${option.default})`
        : ""),
  ]);
  const list = (title: string, lines: readonly [string, string][]): string => {
    const width = Math.max(...lines.map(([name]) => name.length));
    return lines.length === 0
      ? ""
      : `\n${title}:\n${lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}\n`).join("")}`;
  };
  return `${about}

Як користуватися: npm run ${nameOf()} -- ${[positionals, rows.length > 0 ? "[параметри]" : ""].filter(Boolean).join(" ")}
${list("Параметри", [...rows, ["--help", "ця довідка"]])}${list("Змінні середовища", Object.entries(environment))}${list(
  "Код завершення",
  [
    ["0", "зроблено"],
    ...(code1 === undefined ? [] : [["1", code1] as [string, string]]),
    ["2", "команду викликано неправильно, або завадило щось поза порталом"],
  ],
)}`;
}
