import assert from "node:assert/strict";
import { test } from "node:test";

import { check, pointsParts, requirementsPart, weighingParts } from "../../web/static/board/link.js";

const theme = (number, ...criteria) => ({ id: `theme-${number}`, number, criteria: criteria.map((id) => ({ id })) });
const link = {
  between: "~",
  points: "-",
  unsure: "x",
  format: "2",
  checked: ["start", "r", "m", "w", "c"],
  checkedWhereThere: ["b"],
};
const letters = { letters: "0123456789abcdefghjkmnpqrstvwxyz", step: 37, prime: 1021 };
const data = { link: { ...link, ...letters }, themes: [theme(2, "c", "d"), theme(1, "a")] };

test("points stand in the order of the case, without zeros at the end and never as a power of ten", () => {
  const points = {
    themes: { "theme-2": 100, "theme-1": 1e-7 },
    criteria: { c: 100, d: 33.333333333333336 },
    unsure: [],
  };
  assert.deepEqual(pointsParts(data, points), { w: "theme-1-0.0000001~theme-2-100", c: "c-100~d-33.333333333" });
});

test("what was not given is not in the link", () => {
  assert.deepEqual(pointsParts(data, { themes: { "theme-2": 100 }, criteria: {}, unsure: [] }), { w: "theme-2-100" });
  assert.deepEqual(requirementsPart(data, []), {});
  assert.deepEqual(requirementsPart(data, ["law", "cap"]), { h: "law~cap" });
});

test("what somebody does not know has a sign of its own, and what was not weighed yet is not there", () => {
  const points = { themes: { "theme-2": 100 }, criteria: {}, unsure: ["theme-1"] };
  assert.deepEqual(pointsParts(data, points), { w: "theme-1-x~theme-2-100" });
});

test("the check stands before the answers and goes over all parts that make the weighing", () => {
  const parts = weighingParts(data, { v: "0", start: "own" }, { themes: { "theme-2": 100 }, criteria: {}, unsure: [] });
  assert.deepEqual(Object.keys(parts), ["v", "start", "k", "w"]);
  assert.notEqual(check(data, { w: "theme-2-100" }), check(data, { w: "theme-2-10" }));
  assert.notEqual(check(data, { w: "theme-2-100" }), check(data, { c: "theme-2-100" }));
});
