import { make } from "../../../find/browser/dom.ts";

/**
 * Pages of GitHub, drawn: a person who has never seen one knows it again by what stands on it and in what order. Its
 * words are GitHub's own, which come in English alone. The step beside a drawing says all that it shows.
 */
function screen(title: string, ...parts: Node[]): HTMLElement {
  const drawn = make("div", "screen", make("div", "screen-title", title), ...parts);
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}

/** A line of a form: its name and what stands in its field. */
const line = (name: string, value: string): HTMLElement =>
  make("div", "screen-line", make("span", "", name), make("span", "screen-field", value));

const choice = (name: string, isChosen = false): HTMLElement =>
  make("div", isChosen ? "screen-choice chosen" : "screen-choice", name);

const press = (name: string): HTMLElement => make("div", "screen-button", name);

/** The page of a new key: how it is called and how long it lasts. */
export const newKeyScreen = (): HTMLElement =>
  screen(
    "New fine-grained personal access token",
    line("Token name", "portal"),
    line("Expiration", "90 days ▾"),
  );

/** What the key may do, and where. */
export const permissionsScreen = (repository: string): HTMLElement =>
  screen(
    "Repository access",
    choice("Public repositories"),
    choice("All repositories"),
    choice("Only select repositories", true),
    line("Select repositories", repository),
    make("div", "screen-title", "Permissions"),
    line("Contents", "Read and write ▾"),
    line("Pull requests", "Read and write ▾"),
  );

/** The key itself, which is shown once. */
export const madeKeyScreen = (): HTMLElement =>
  screen("Generate token", press("Generate token"), line("github_pat_11AB…", "Copy"));

/** The page that takes files. */
export const uploadScreen = (): HTMLElement =>
  screen(
    "Upload files",
    make("div", "screen-drop", "Drag files here to add them to your repository"),
    press("Propose changes"),
  );

/** The last press. */
export const requestScreen = (): HTMLElement =>
  screen("Open a pull request", press("Create pull request"));
