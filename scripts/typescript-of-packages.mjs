import { readFileSync } from "node:fs";
import module from "node:module";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Lets Node run the engine's TypeScript where the engine is an installed package: there Node refuses it, though it would
 * run the same file anywhere else (decision 026). Types become spaces, so that lines and columns stay what they are.
 * @param {string} engine the engine's folder
 */
export function readTypeScriptOfPackages(engine) {
  if (!engine.split(sep).includes("node_modules")) return;
  const ours = pathToFileURL(`${engine}${sep}`).href;
  const strip = withoutWarning(module.stripTypeScriptTypes);
  module.registerHooks({
    load(url, context, nextLoad) {
      const [file = ""] = url.split("?");
      if (!file.startsWith(ours) || !file.endsWith(".ts")) return nextLoad(url, context);
      const source = strip(readFileSync(new URL(file), "utf8"));
      return { format: "module", source, shortCircuit: true };
    },
  });
}

/** Node calls stripping an experiment, once a process, the first time it is done by name: here it is done as Node itself does it. */
function withoutWarning(strip) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  strip("");
  process.emitWarning = emitWarning;
  return strip;
}
