import { labelled, make, select, settled } from "../../../find/browser/dom.ts";
import { shortened } from "../../../i18n/typography.ts";
import { findingsInUkrainian } from "../../../inspect/in-ukrainian.ts";
import { lostInTable } from "../../../inspect/reread.ts";
import { hasErrors } from "../../../model/reports/finding.ts";
import { largestFile } from "../../../model/tree.ts";
import { structures } from "../../../vocabularies/structures.ts";
import type { Cleaned, Judged, TableGrid } from "../../grid/table-grid.ts";
import { findingList } from "../shown/findings.ts";
import type { Missing, Stage, StepView } from "../stage.ts";

/** Kinds of files a clerk may have. */
const accepted = ".xlsx,.xlsb,.xls,.ods,.csv,.tsv,.txt,.json,.geojson";

/** The file: chosen, dropped or pasted, shown as a table, mended where a person has to decide. */
export async function view(stage: Stage): Promise<StepView> {
  const { words, draft } = stage;
  const error = make("span", "error", "");
  error.id = "file-error";
  error.hidden = true;
  const place = make("div", "");
  let grid: TableGrid | undefined;
  /** Nobody goes on with the table of before while another file is opened. */
  let opening: Promise<void> = Promise.resolve();

  async function open(file: File): Promise<void> {
    const isTooLarge = file.size > largestFile;
    error.hidden = !isTooLarge;
    error.textContent = isTooLarge
      ? words.t("publish.file.tooLarge", {
          size: words.size(file.size),
          most: words.size(largestFile),
        })
      : "";
    if (isTooLarge) return;
    const { structure } = stage.draft.file ?? {};
    await stage.change({
      title: stage.draft.title ?? file.name,
      file: { name: file.name, content: file, structure: structure ?? wanted(stage), edits: [] },
    });
    await show();
  }

  async function show(): Promise<void> {
    const { file } = stage.draft;
    if (!file) return;
    await import("../../grid/table-grid.ts");
    const { sheet, structure, edits } = file;
    const table = document.createElement("table-grid") as TableGrid;
    table.speech = words;
    grid = table;
    const tools = make("div", "actions", "");
    place.replaceChildren(tools, ...findingsInUkrainian(words), table);
    const promised = await promisedOf(stage);
    const opened = await table
      .open(
        new File([file.content], file.name),
        {
          territory: await territoryOf(stage),
          ...(structure === undefined ? {} : { structure }),
          ...promised,
          ...(sheet === undefined ? {} : { sheet }),
        },
        edits,
      )
      .catch(() => undefined);
    if (!opened || grid !== table) return;
    tools.replaceChildren(
      ...sheetChoice(opened, stage, () => {
        opening = show();
      }),
      ...(promised || !opened.table
        ? []
        : [structureChoice(opened, stage, (id) => table.hold(id))]),
    );
    // The table shows its findings at its cells; where there is none, they say why.
    const { findings } = opened.inspection;
    if (!opened.table)
      place.append(
        ...findingList(
          findings.filter((one) => hasErrors([one])),
          stage,
        ),
      );
    if (opened.table) tellRead(opened, stage);
    let told = opened.findings.length;
    table.addEventListener("grid-judged", () => {
      const { length } = table.judged?.findings ?? [];
      if (length === told) return;
      told = length;
      stage.say(findingsWords(length, stage));
    });
    // Only after it is opened: opening a draft's edits is no change of them.
    const keepSoon = settled(() => {
      const current = stage.draft.file;
      if (current) void stage.change({ file: { ...current, edits: table.edits, read: undefined } });
    }, 400);
    table.addEventListener("grid-edits", keepSoon);
  }

  const input = make("input", "");
  input.type = "file";
  input.id = "file";
  input.accept = accepted;
  input.setAttribute("aria-describedby", "file-error");
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) opening = open(file);
  });
  const chosen = make(
    "div",
    "field drop",
    labelledBy("file", words.t("publish.file.choose")),
    error,
    input,
    make("p", "hint", words.t("publish.file.hint")),
  );
  const stop = dropInto(chosen, (file) => {
    opening = open(file);
  });
  await show();
  return {
    title: words.t(draft.kind === "dataset-update" ? "publish.file.newer" : "publish.step.file"),
    nodes: [make("p", "", words.t("publish.file.private")), chosen, place],
    async missing() {
      await opening;
      return read(stage, grid);
    },
    left: stop,
  };
}

const findingsWords = (count: number, { words }: Stage): string =>
  count === 0 ? words.t("grid.none") : words.count("grid.findings", count);

/** That a file was read, and how much of it: who does not see the table hears it. */
function tellRead({ inspection, findings }: Judged, stage: Stage): void {
  const { words } = stage;
  const { rows = 0, columns = [] } = inspection.report ?? {};
  stage.say(
    words.t("publish.file.read", {
      rows: words.count("publish.rows", rows),
      columns: words.count("publish.columnCount", columns.length),
      findings: findingsWords(findings.length, stage),
    }),
  );
}

function labelledBy(id: string, text: string): HTMLLabelElement {
  const label = make("label", "", text);
  label.htmlFor = id;
  return label;
}

/** The structure the draft was begun with: of a mandated set that has one table, or named outright. */
function wanted({ draft }: Stage): string | undefined {
  const { structure, mandated } = draft.answers;
  if (typeof structure === "string") return structure;
  const ofSet = [...structures.values()].filter(({ set }) => set.code === mandated);
  return ofSet.length === 1 ? ofSet[0]?.id : undefined;
}

/** What the passport of the set that is updated promises of its table: nobody has to choose it again. */
async function promisedOf(stage: Stage) {
  const { kind, about, answers } = stage.draft;
  if (kind !== "dataset-update" || about === undefined) return undefined;
  const files = await stage.published();
  if (!files) return undefined;
  const { promiseOf, tablesOf } = await import("../../change/newer-table.ts");
  const tables = tablesOf({ id: about, files });
  const resource = tables.find(({ path }) => path === answers.path) ?? tables[0];
  const promised = resource && promiseOf(resource);
  return promised && Object.keys(promised).length > 0 ? promised : undefined;
}

async function territoryOf(stage: Stage) {
  const { territoryOf: read } = await import("../judge/territory.ts");
  return read(await stage.facts());
}

/** A file that is dropped on the page, or pasted; a pasted block of cells becomes a file. */
function dropInto(place: HTMLElement, open: (file: File) => void): () => void {
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) open(file);
  });
  const paste = (event: ClipboardEvent) => {
    const target = event.target as HTMLElement | null;
    // Into a field or the table a person pastes for its own sake.
    if (target?.closest("input, textarea, table-grid")) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (file) open(file);
    else if (text.includes("\t") || text.includes("\n"))
      open(new File([text], "table.tsv", { type: "text/tab-separated-values" }));
  };
  document.addEventListener("paste", paste);
  return () => document.removeEventListener("paste", paste);
}

/** Other sheets of the book, where it has them. */
function sheetChoice({ inspection }: Judged, stage: Stage, show: () => void): HTMLElement[] {
  const { sheets, sheet } = inspection;
  const filled = sheets.filter(({ rows }) => rows > 0);
  if (filled.length < 2) return [];
  const list = select(
    filled.map(({ name }) => ({ value: name, label: name })),
    sheet ?? "",
    (name) => {
      const { file } = stage.draft;
      if (file)
        void stage
          .change({ file: { ...file, sheet: name, edits: [], read: undefined } })
          .then(show);
    },
  );
  return [labelled(stage.words.t("publish.file.sheet"), list)];
}

/** The official structure the table is held to: the one it is most like is proposed. */
function structureChoice(
  { inspection }: Judged,
  stage: Stage,
  hold: (id: string | undefined) => void,
): HTMLElement {
  const { words } = stage;
  const { structure } = inspection;
  const all = [...structures.values()].map(({ id, set }) => ({
    value: id,
    label: `${shortened(set.title, 90)} · ${id}`,
  }));
  const list = select(
    [{ value: "", label: words.t("publish.file.noStructure") }, ...all],
    structure?.given ? structure.id : "",
    (id) => {
      const { file } = stage.draft;
      const held = id === "" ? undefined : id;
      hold(held);
      if (file) void stage.change({ file: { ...file, structure: held, read: undefined } });
    },
  );
  const label = labelled(words.t("publish.file.structure"), list);
  if (structure && !structure.given)
    label.append(
      make(
        "span",
        "hint",
        words.t("publish.file.alike", {
          id: structure.id,
          matched: structure.matched,
          of: structure.of,
        }),
      ),
    );
  return label;
}

/** Reads the table as it is now to its end, and keeps it; or says why it cannot go on. */
async function read(stage: Stage, grid: TableGrid | undefined): Promise<Missing[]> {
  const { words, draft } = stage;
  const { file } = draft;
  if (!grid || !file) return [{ field: "file", sentence: words.t("publish.file.none") }];
  const report = grid.judged?.inspection.report;
  let cleaned: Cleaned;
  try {
    cleaned = await grid.clean();
  } catch {
    return [{ field: "file", sentence: words.t("publish.file.unread") }];
  }
  if (!report) return [{ field: "file", sentence: words.t("publish.file.unread") }];
  const beside = cleaned.left.filter(({ rule }) => lostInTable.has(rule));
  await stage.change({
    file: { ...file, edits: grid.edits, read: { report, clean: cleaned.clean, beside } },
  });
  return [];
}
