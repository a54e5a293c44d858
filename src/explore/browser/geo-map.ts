import type { Feature, FeatureCollection, GeoJSON } from "geojson";
import { fetchBound } from "../../find/browser/bound-file.ts";
import { labelled, make, select } from "../../find/browser/dom.ts";
import type { Language } from "../../i18n/speech.ts";

/** A GeoJSON file on a map, when the reader comes near it; a large one when it is asked for. */
class GeoMap extends HTMLElement {
  connectedCallback() {
    const open = this.querySelector("button");
    if (!open) return;
    const once = () => {
      near.disconnect();
      open.hidden = true;
      void this.open().catch(() => {
        open.hidden = false;
      });
    };
    const near = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && once(),
      { rootMargin: "200px" },
    );
    open.hidden = false;
    open.addEventListener("click", once);
    if (this.dataset.large === undefined) near.observe(this);
  }

  async open() {
    const [{ createSpeech }, { openMap }, { numericProperties, showShapes }] = await Promise.all([
      import("../../i18n/speech.ts"),
      import("../map/map.ts"),
      import("../map/shapes.ts"),
    ]);
    const fetched = async (address: string | undefined) => (await fetchBound(address ?? "")).json();
    const [words, collection] = await Promise.all([
      fetched(this.dataset.words),
      fetched(this.dataset.src).then(collectionOf),
    ]);
    const speech = createSpeech(document.documentElement.lang as Language, words);
    const { t, number } = speech;
    const frame = make("div", "map");
    const legend = make("ul", "shades");
    this.append(frame);
    const shapes = showShapes(
      openMap(frame, speech, { title: this.dataset.title ?? "", ground: this.dataset.ground }),
      collection,
    );
    const properties = numericProperties(collection);
    if (properties.length === 0) return;
    const shade = (property: string) =>
      legend.replaceChildren(
        ...shapes.shade(property || undefined).map(({ upTo, opacity }) => {
          const swatch = make("span", "swatch");
          swatch.style.opacity = String(opacity);
          return make("li", "", swatch, t("map.upTo", { value: number(upTo) }));
        }),
      );
    frame.before(
      labelled(
        t("map.shadeBy"),
        select(
          [
            { value: "", label: t("map.noShade") },
            ...properties.map((name) => ({ value: name, label: name })),
          ],
          properties[0] ?? "",
          shade,
        ),
      ),
    );
    this.append(legend);
    shade(properties[0] ?? "");
  }
}

/** The features of a GeoJSON file, whatever its root is (RFC 7946, section 3). */
function collectionOf(file: GeoJSON): FeatureCollection {
  if (file.type === "FeatureCollection") return file;
  const feature: Feature =
    file.type === "Feature" ? file : { type: "Feature", properties: {}, geometry: file };
  return { type: "FeatureCollection", features: [feature] };
}

customElements.define("geo-map", GeoMap);
