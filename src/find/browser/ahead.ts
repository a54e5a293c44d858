import program from "./search-program.ts?worker&url";

/**
 * What the search page begins with comes while its reader still types elsewhere: on a slow line that is a second. The
 * file itself is not run here.
 */
for (const field of document.querySelectorAll<HTMLElement>("search-field"))
  field.addEventListener(
    "input",
    () => {
      for (const address of [program, `${field.dataset.index}head.json`])
        fetch(address, { priority: "low" }).catch(() => undefined);
    },
    { once: true },
  );
