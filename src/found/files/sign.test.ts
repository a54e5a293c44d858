import { expect, test } from "vitest";
import { readSign } from "./sign.ts";

const svg = (inside: string, attributes = 'viewBox="0 0 24 24"') =>
  `<?xml version="1.0"?><!-- Inkscape --><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

test("outlines come over, and nothing else of the file", () => {
  expect(
    readSign(
      svg(
        '<title>Герб</title><g fill="red"><path id="a" d=" M1 1h5v5z "/><polygon points="1,2 3,4 5,6"/></g>',
      ),
    ),
  ).toEqual({ sign: { box: [0, 0, 24, 24], paths: ["M1 1h5v5z", "M1,2 3,4 5,6Z"] } });
  expect(readSign(svg('<path d="M0 0z"/>', 'width="32" height="16"'))).toMatchObject({
    sign: { box: [0, 0, 32, 16] },
  });
});

test.each([
  ["a picture of another kind", "\u0089PNG", /не SVG/],
  ["a script", svg("<script>alert(1)</script>"), /<script>/],
  ["a picture inside", svg('<image href="https://example.org/a.png"/>'), /<image>/],
  ["a page inside", svg("<foreignObject></foreignObject>"), /<foreignObject>/],
  ["another file's part", svg('<use href="#a"/>'), /<use>/],
  ["a circle, which is no outline", svg('<circle r="5"/>'), /перетворіть усе на контури/],
  ["a turned outline", svg('<path transform="rotate(5)" d="M0 0z"/>'), /transform/],
  [
    "an outline that would end an attribute",
    svg("<path d='M0 0\"/><script>'/>"),
    /Знак не прочитано/,
  ],
  ["nothing drawn", svg("<g></g>"), /жодного обрису/],
  ["no field", svg('<path d="M0 0z"/>', ""), /viewBox/],
])("%s is refused with what to do", (_, text, words) => {
  const read = readSign(text);
  expect("fault" in read ? read.fault : "taken").toMatch(words);
});
