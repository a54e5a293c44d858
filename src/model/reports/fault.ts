/**
 * A failure outside what people wrote, that a person at the keyboard can mend: a full disk, a folder that must not be
 * replaced, git that does not answer. Its message is one Ukrainian sentence of what happened and what to do. Only the
 * commands' frame catches it; what is wrong in the portal's own files is a Finding, never this.
 */
export class Fault extends Error {
  override name = "Fault";
}
