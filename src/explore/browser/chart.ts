import type { Drawing } from "./draw-chart.ts";

/** A chart of the numbers in its <script>: chart.js comes only when the chart is near the screen. */
class DataChart extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("script")?.textContent;
    // Moved on its page, it is drawn already.
    if (!text || this.querySelector("canvas")) return;
    const drawing = JSON.parse(text) as Drawing;
    const near = new IntersectionObserver(
      async (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        const { drawChart } = await import("./draw-chart.ts");
        const canvas = document.createElement("canvas");
        this.append(canvas);
        drawChart(canvas, drawing);
      },
      { rootMargin: "400px" },
    );
    near.observe(this);
  }
}

customElements.define("data-chart", DataChart);
