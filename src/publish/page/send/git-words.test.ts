import { expect, test } from "vitest";
import { dictionaries } from "../../../i18n/translate.ts";

/** Words of git and of its forges. */
const ofGit =
  /\bgit\b|\b(?:commit|branch|fork|merge|repositor(?:y|ies)|pull|push)\b|гілк|гілок|коміт|репозитор|форк|злит/i;
/** What leads through GitHub's own pages: where its key is made, and where files are uploaded to it. */
const ofGitHub = /^publish\.(?:key|upload)\./;

test.each(["uk", "en"] as const)(
  "only who makes a key or uploads by hand reads a word of git: %s",
  (language) => {
    const said = Object.entries(dictionaries[language]).filter(
      ([key, words]) => /^(?:publish|grid|conformity)\./.test(key) && ofGit.test(words),
    );
    expect(said.map(([key]) => key).filter((key) => !ofGitHub.test(key))).toEqual([]);
    // The test would find them.
    expect(said.length).toBeGreaterThan(1);
  },
);
