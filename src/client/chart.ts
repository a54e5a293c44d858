type ChartData = {
  kind: "bar" | "line";
  labels: string[];
  unit: string;
  series: { name: string; values: (number | null)[] }[];
};

/** A long name in lines of about so many letters; what does not fit ends with an ellipsis. */
function wrapped(label: string, length: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most
    ? lines
    : lines.slice(0, most).map((line, index) => (index === most - 1 ? `${line}…` : line));
}

/** A chart of the numbers in its <script>: chart.js comes only when the chart is near the screen. */
class DataChart extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("script")?.textContent;
    if (!text) return;
    const data = JSON.parse(text) as ChartData;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        void this.draw(data);
      },
      { rootMargin: "400px" },
    );
    near.observe(this);
  }

  async draw({ kind, labels, unit, series }: ChartData) {
    const {
      BarController,
      BarElement,
      CategoryScale,
      Chart,
      Legend,
      LinearScale,
      LineController,
      LineElement,
      PointElement,
      Tooltip,
    } = await import("chart.js");
    Chart.register(
      BarController,
      BarElement,
      CategoryScale,
      Legend,
      LinearScale,
      LineController,
      LineElement,
      PointElement,
      Tooltip,
    );
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const colours = colour("--series")
      .split(",")
      .map((part) => part.trim());
    const horizontal = kind === "bar";
    const canvas = document.createElement("canvas");
    // The table below says the same to those who cannot see the picture.
    canvas.setAttribute("aria-hidden", "true");
    this.append(canvas);
    const shorten = (label: string) => wrapped(label, this.clientWidth < 600 ? 20 : 36, 2);
    const axis = { ticks: { color: colour("--quiet") }, grid: { color: colour("--line") } };
    Chart.defaults.font.family = "Geologica, system-ui, sans-serif";
    new Chart(canvas, {
      type: kind,
      data: {
        labels,
        datasets: series.map(({ name, values }, index) => ({
          label: name,
          data: values,
          borderColor: colours[index % colours.length] ?? "",
          backgroundColor: colours[index % colours.length] ?? "",
          borderWidth: kind === "line" ? 2.5 : 0,
          borderDash: kind === "line" && index > 0 ? [6, index * 2] : [],
          pointRadius: labels.length > 40 ? 0 : 2.5,
          tension: 0,
        })),
      },
      options: {
        locale: document.documentElement.lang,
        indexAxis: horizontal ? "y" : "x",
        maintainAspectRatio: false,
        animation: false,
        interaction: { mode: "index", intersect: false, axis: horizontal ? "y" : "x" },
        plugins: {
          legend: { display: series.length > 1, labels: { color: colour("--ink") } },
          tooltip: {
            callbacks: { label: (item) => `${item.dataset.label}: ${item.formattedValue} ${unit}` },
          },
        },
        scales: horizontal
          ? {
              x: { ...axis, beginAtZero: true },
              y: {
                ticks: {
                  color: colour("--ink"),
                  autoSkip: false,
                  callback: (_, index) => shorten(labels[index] ?? ""),
                },
                grid: { display: false },
              },
            }
          : { x: { ...axis, grid: { display: false } }, y: { ...axis, beginAtZero: true } },
      },
    });
  }
}

customElements.define("data-chart", DataChart);
