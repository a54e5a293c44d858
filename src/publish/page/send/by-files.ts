import { button, make, save } from "../../../find/browser/dom.ts";
import { repositoryOf } from "../../../remote/github/client.ts";
import { letterOf } from "../../send/letter.ts";
import { uploadPages } from "../../send/upload-page.ts";
import { nameOf } from "../../send/words.ts";
import { packSubmission } from "../../send/zip.ts";
import type { Submission } from "../../submission.ts";
import { requestScreen, uploadScreen } from "../shown/screens.ts";
import type { Stage } from "../stage.ts";

const saved = (submission: Submission, day: string) => {
  save(packSubmission(submission), "application/zip", `${nameOf(submission, day)}.zip`);
};

/** By GitHub's own page, which takes files. */
export function byUpload(
  { words }: Stage,
  repository: string,
  submission: () => Submission,
  day: string,
): Node[] {
  const pages = uploadPages(repository, submission());
  const list = pages.map(({ folder, address, drop }) => {
    const link = make("a", "", words.t("publish.upload.page", { folder }));
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
    const what = "folder" in drop ? drop.folder : drop.files.join(", ");
    return make("li", "", link, ` — ${words.t("publish.upload.drop", { what })}`);
  });
  return [
    make(
      "details",
      "",
      make("summary", "", words.t("publish.way.upload")),
      make(
        "ol",
        "",
        make(
          "li",
          "",
          button(words.t("publish.zip"), "plain", () => saved(submission(), day)),
          ` ${words.t("publish.upload.unpack")}`,
        ),
        ...list,
        make("li", "", words.t("publish.upload.propose"), uploadScreen(), requestScreen()),
      ),
    ),
  ];
}

/** By letter, with the files in an archive. */
export function byLetter(
  { words, repository }: Stage,
  mailbox: string,
  submission: () => Submission,
  day: string,
): Node[] {
  const isOnly = repositoryOf(repository) === undefined;
  const archive = `${nameOf(submission(), day)}.zip`;
  const text = make("textarea", "");
  text.readOnly = true;
  text.rows = 8;
  // It is read by who keeps the portal.
  text.lang = "uk";
  text.value = letterOf(submission(), { mailbox, archive }).body;
  text.setAttribute("aria-label", words.t("publish.letter.text"));
  const write = button(words.t("publish.letter.write"), "plain", () => {
    const letter = letterOf(submission(), { mailbox, archive });
    text.value = letter.body;
    location.href = letter.address;
  });
  const details = make(
    "details",
    "",
    make("summary", "", words.t(isOnly ? "publish.way.letterOnly" : "publish.way.letter")),
    make(
      "ol",
      "",
      make(
        "li",
        "",
        button(words.t("publish.zip"), "plain", () => saved(submission(), day)),
      ),
      make("li", "", write, ` ${words.t("publish.letter.to", { mailbox })}`),
      make("li", "", words.t("publish.letter.attach", { archive })),
    ),
    make("div", "field", text),
  );
  details.open = isOnly;
  return [details];
}
