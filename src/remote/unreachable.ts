/** An address that must not be visited: where and why, in Ukrainian. */
export class Unreachable extends Error {
  override name = "Unreachable";
}
