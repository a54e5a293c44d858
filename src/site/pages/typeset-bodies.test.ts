import type { AstroConfig, AstroIntegration } from "astro";
import { type MdastPluginDefinition, mdxToJs } from "satteri";
import { expect, test } from "vitest";
import { typesetBodies } from "./typeset-bodies.ts";

/** The plugins Astro's processor has after the integration was asked, as Astro asks it. */
function plugins(): MdastPluginDefinition[] {
  const mdastPlugins: MdastPluginDefinition[] = [];
  const config = { markdown: { processor: { options: { mdastPlugins } } } };
  const { hooks } = typesetBodies as { hooks: AstroIntegration["hooks"] };
  const setup = hooks["astro:config:setup"] as (given: { config: AstroConfig }) => void;
  setup({ config: config as unknown as AstroConfig });
  return mdastPlugins;
}

test("a date and a number keep to one line in a body; code and inserts stay as written", async () => {
  const { code } = await mdxToJs(
    '## З 1 січня\n\nДо 23 листопада 2026 року — **5 млн грн**, `5 млн грн`, [за 3 дні](/a/)\n\n<Figure value="5 млн грн" label="у 2021 році" />\n',
    { mdastPlugins: plugins() },
  );
  const texts = [...code.matchAll(/"((?:[^"\\]|\\.)*[а-яі](?:[^"\\]|\\.)*)"/g)].map(([, text]) =>
    text?.replaceAll("\\xA0", "~"),
  );
  expect(texts).toEqual([
    "З~1~січня",
    "До 23~листопада~2026~року~— ",
    "5~млн~грн",
    "5 млн грн",
    "за 3~дні",
    "5 млн грн",
    "у 2021 році",
  ]);
});
