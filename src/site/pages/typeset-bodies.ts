import type { AstroIntegration } from "astro";
import type { MdastPluginDefinition } from "satteri";
import { typeset } from "../../i18n/typography.ts";

/** Sets what people wrote in Markdown as the pages set their own sentences; code and attributes stay as written. */
const typesetTexts: MdastPluginDefinition = {
  name: "typeset-texts",
  text(node, context) {
    context.setProperty(node, "value", typeset(node.value));
  },
};

/**
 * Bodies of news and dashboards, typeset while they are compiled: a date or a number with its unit breaks over no line.
 * The processor is Astro's own (Sätteri); an integration is how it is given a plugin.
 */
export const typesetBodies: AstroIntegration = {
  name: "typeset-bodies",
  hooks: {
    "astro:config:setup": ({ config }) => {
      const options = config.markdown.processor.options as { mdastPlugins: unknown[] };
      options.mdastPlugins.push(typesetTexts);
    },
  },
};
