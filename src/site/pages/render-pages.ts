import { pathToFileURL } from "node:url";
import type { AstroPrerenderer } from "astro";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { renderPart } from "../site.ts";
import { openPreloads } from "./preloads.ts";

/** The program of Astro that renders pages, as its own builder drives it (astro/dist/core/build/app.js). */
type Program = ConstructorParameters<typeof StaticPaths>[0] & {
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
  setInternals(internals: { pagesByKeys: Map<string, { styles: object[] }> }): void;
  setOptions(options: object): void;
  routeCache: { clearAll(): void };
};
type RouteData = Parameters<AstroPrerenderer["render"]>[1]["routeData"];

/**
 * A page: where it stands from the site's root, how it is rendered, and the key of what it and its
 * other languages are made of, where it has one.
 */
export type RenderedPage = {
  path: string;
  key?: string | undefined;
  render(): Promise<Uint8Array>;
};

/**
 * A compiled program → every page of the portal that was handed over.
 * @param entry the module that begins the program
 * @param folder where the scripts of pages lie
 */
export async function openPages(entry: string, folder: string): Promise<RenderedPage[]> {
  const { app }: { app: Program } = await import(pathToFileURL(entry).href);
  const { site = "", base, routes } = app.manifest;
  app.setInternals({
    pagesByKeys: new Map(
      routes.map(({ styles, routeData: { route, component } }) => [
        `${route}&${component}`,
        { styles: styles.map((sheet, order) => ({ depth: 0, order, sheet })) },
      ]),
    ),
  });
  // What is wrong with a page is thrown; there is nothing else to tell.
  const silent = { options: { destination: { write: () => true } } };
  app.setOptions({ settings: { scripts: [] }, logger: silent });
  // The pages of one portal are not those of the next.
  app.routeCache.clearAll();
  const paths = await new StaticPaths(app).getAll();
  const root = base.replace(/\/$/, "");
  const withPreloads = openPreloads(folder, root);
  return paths.map(({ pathname, route, cacheKey }) => ({
    path: fileOf(pathname),
    key: cacheKey,
    async render() {
      const request = new Request(new URL(`${root}${pathname.replace(/\/?$/, "/")}`, site));
      const response = await renderPart(cacheKey, () => app.render(request, { routeData: route }));
      return new TextEncoder().encode(withPreloads(await response.text()));
    },
  }));
}

/** As hosts look for it: a folder's index; the page of what is not there by its own name. */
const fileOf = (pathname: string): string =>
  pathname === "/404" ? "/404.html" : `${pathname.replace(/\/$/, "")}/index.html`;
