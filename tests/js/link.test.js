import assert from "node:assert/strict";
import { test } from "node:test";

import { pointsParts, requirementsPart } from "../../web/static/board/link.js";

const theme = (number, ...criteria) => ({ id: `theme-${number}`, number, criteria: criteria.map((id) => ({ id })) });
const data = { link: { between: "~", points: "-" }, themes: [theme(2, "c", "d"), theme(1, "a")] };

test("points stand in the order of the case, without zeros at the end and never as a power of ten", () => {
  const points = { themes: { "theme-2": 100, "theme-1": 1e-7 }, criteria: { c: 100, d: 33.333333333333336 } };
  assert.deepEqual(pointsParts(data, points), { w: "theme-1-0.0000001~theme-2-100", c: "c-100~d-33.333333333" });
});

test("what was not given is not in the link", () => {
  assert.deepEqual(pointsParts(data, { themes: { "theme-2": 100 }, criteria: {} }), { w: "theme-2-100" });
  assert.deepEqual(requirementsPart(data, []), {});
  assert.deepEqual(requirementsPart(data, ["law", "cap"]), { h: "law~cap" });
});
