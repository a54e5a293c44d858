import type { Frame } from "../drawn/chart-svg.ts";
import type { Drawing } from "../drawn/drawing.ts";

/**
 * A chart that was drawn while the site was built. chart.js comes when somebody touches it: from then on it tells the figure
 * under the pointer or the finger. Where there is no drawing yet, as in a preview, it is drawn at once.
 */
class DataChart extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("script")?.textContent;
    // Moved on its page, it is alive already.
    if (!text || this.querySelector("canvas")) return;
    const wake = async () => {
      this.removeEventListener("pointerenter", wake);
      this.removeEventListener("pointerdown", wake);
      const { drawChart } = await import("./draw-chart.ts");
      if (this.querySelector("canvas")) return;
      const place = document.createElement("div");
      const canvas = document.createElement("canvas");
      const [height, width] = [this.clientHeight, this.clientWidth];
      place.className = "alive";
      // The size of the drawing it takes the place of: the page does not move.
      if (this.querySelector("svg")) {
        place.style.height = `${height}px`;
        place.style.width = `${Math.min(width, 800)}px`;
      }
      place.append(canvas);
      this.append(place);
      this.classList.add("touched");
      drawChart(canvas, JSON.parse(text) as Drawing);
    };
    for (const button of this.closest("figure")?.querySelectorAll<HTMLElement>("[data-take]") ?? [])
      button.addEventListener("click", () => void take(text, button.dataset.take));
    if (!this.querySelector("svg")) void wake();
    this.addEventListener("pointerenter", wake);
    this.addEventListener("pointerdown", wake);
  }
}

/** A picture of the chart for a letter or a paper: its title, source and address go with it. */
async function take(text: string, kind: string | undefined) {
  const { frame, name, ...drawing } = JSON.parse(text) as Drawing & { frame: Frame; name: string };
  const { takePng, takeSvg } = await import("./take-chart.ts");
  if (kind === "svg") takeSvg(drawing, frame, `${name}.svg`);
  else takePng(drawing, frame, `${name}.png`);
}

customElements.define("data-chart", DataChart);
