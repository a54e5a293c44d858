import { expect, test } from "vitest";
import { portalSchema } from "../../schemas/data/portal.ts";
import { renderMark } from "./mark.ts";

const { mark } = portalSchema.shape;

test("a sign is a fortress, letters or outlines", () => {
  expect(renderMark(mark.parse({ bastions: 6 }))).toContain("<polygon");
  expect(renderMark(mark.parse({ letters: "ПГ" }))).toContain(">ПГ</text>");
  expect(renderMark(mark.parse({ box: [0, 0, 24, 24], paths: ["M1 1h5v5z"] }))).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1h5v5z" fill="#2b2119"/></svg>\n',
  );
});

test.each([
  ["two signs at once", { bastions: 6, letters: "А" }],
  ["none", {}],
  ["outlines without the field they are drawn in", { paths: ["M1 1"] }],
  ["an outline that ends an attribute", { box: [0, 0, 9, 9], paths: ['M1 1"/><script>'] }],
  ["a word", { letters: "Громада" }],
  ["marks that are no letters", { letters: "<a" }],
])("%s is refused", (_, written) => {
  expect(mark.safeParse(written).success).toBe(false);
});
