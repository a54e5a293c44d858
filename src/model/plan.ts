/** A figure of a task, counted from files. */
export type Indicator = {
  label: string;
  /** Absent where no file says anything of it. */
  value: number | undefined;
  unit: "percent" | "count" | "yes";
  /** The least that fulfils the task; absent where the plan asks for no more than knowing. */
  goal?: number;
  /** How it is counted, in words. */
  formula: string;
};

/** A thing in the repository that proves a task: a dataset, a news post, an entry of a register. */
export type Evidence = {
  kind: "dataset" | "news" | "register" | "dashboard";
  id: string;
  title: string;
  path: string;
};

/** A term of a calendar task: a year, a quarter. */
export type Window = { label: string; met: boolean; past: boolean; evidence: string[] };

export type TaskState = "done" | "partial" | "unproven";

export type TaskResult = {
  number: string;
  state: TaskState;
  indicators: Indicator[];
  windows: Window[];
  evidence: Evidence[];
};
