// Sums that a reader can check by hand; what the library says is replayed in replay.test.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { percent, rounded, shown } from "../../web/static/board/numbers.js";
import { fill, markup } from "../../web/static/board/sentences.js";
import { compare, tippingPoint } from "../../web/static/board/sum.js";
import { endsOf } from "./ends.js";

const RULES = { largest: 100, near: 0.5, small: 0.05, named: 2, tie: 1e-9, same: 1e-12 };
const NL = { marks: { decimal: ",", thousands: "." } };

/** A theme of one criterion for each row of scores; alternatives in columns. */
function board(...rows) {
  return {
    rules: RULES,
    alternatives: rows[0].map((_, place) => ({ id: `a${place}`, failing: false, behind: [] })),
    themes: rows.map((scores, place) => ({
      id: `t${place}`,
      number: place + 1,
      criteria: [{ id: `c${place}`, scores, ends: endsOf(scores) }],
    })),
  };
}

test("totals, contributions and order", () => {
  // points 75 : 25; plan 0: 0.75 * 40 + 0.25 * 100 = 55; plan 1: 0.75 * 80 + 0.25 * 0 = 60
  const result = compare(board([40, 80], [100, 0]), { themes: { t0: 75, t1: 25 }, criteria: {}, unsure: [] });
  assert.deepEqual(
    result.rows.map((row) => [row.low, row.pieces]),
    [
      [55, [30, 25]],
      [60, [60, 0]],
    ],
  );
  assert.deepEqual([result.first, result.second, result.undecided], [1, 0, false]);
});

test("a tipping point, and who passes there", () => {
  // plan 1 leads by 40 on t0 and trails by 100 on t1: level where 40 w = 100 (1 - w), so w = 5/7
  const data = board([40, 80], [100, 0]);
  const result = compare(data, { themes: { t0: 75, t1: 25 }, criteria: {}, unsure: [] });
  const point = tippingPoint(data, result, 0);
  assert.equal(point.upper, null);
  assert.equal(point.lower.winner, 0);
  assert.ok(Math.abs(point.lower.share - 5 / 7) < 1e-12);
});

test("of three that pass at one share the steepest is on top", () => {
  // on t1 the plans have 0, 50 and 100, on t0 60, 30 and 0: all level at t1 = 30 / 80
  const data = board([60, 30, 0], [0, 50, 100]);
  const point = tippingPoint(data, compare(data, { themes: { t0: 100, t1: 0 }, criteria: {}, unsure: [] }), 1);
  assert.equal(point.upper.winner, 2);
  assert.ok(Math.abs(point.upper.share - 0.375) < 1e-12);
});

test("nothing is said where an unknown effect would start to count", () => {
  const data = board([60, 30], [null, 50]);
  const result = compare(data, { themes: { t0: 100, t1: 0 }, criteria: {}, unsure: [] });
  assert.equal(result.known, true);
  assert.equal(tippingPoint(data, result, 1), null);
});

test("an open theme makes totals ranges, and says whether the first place can change", () => {
  // points 100 : 50 on the first two, plans 60 and 30; the third theme gives 0 and 100 and may get 0 to 100 points:
  // plan 0 from 60 down to (150 * 60 + 100 * 0) / 250 = 36, plan 1 from 30 up to (150 * 30 + 100 * 100) / 250 = 58
  const data = board([60, 30], [60, 30], [0, 100]);
  const points = { themes: { t0: 100, t1: 50 }, criteria: {}, unsure: [] };
  const later = compare(data, points);
  assert.deepEqual([later.first, later.undecided, later.canChange, later.mayBeFirst], [0, false, true, []]);
  const unsure = compare(data, { ...points, unsure: ["t2"] });
  assert.deepEqual(
    unsure.rows.map((row) => [row.low, row.high]),
    [
      [36, 60],
      [30, 58],
    ],
  );
  assert.deepEqual([unsure.undecided, unsure.mayBeFirst], [true, [0, 1]]);
  // with 40 on the third theme plan 1 comes to (150 * 30 + 100 * 40) / 250 = 34 at most, and plan 0 never below 36
  const safe = compare(board([60, 30], [60, 30], [0, 40]), { ...points, unsure: ["t2"] });
  assert.deepEqual([safe.first, safe.undecided, safe.canChange, safe.mayBeFirst], [0, false, false, []]);
});

test("halves go away from zero, and the noise of binary fractions does not count", () => {
  assert.deepEqual(
    [2.5, -2.5, 0.5 - 1e-12, 0.4999, 1e-12, -1e-12].map((value) => rounded(value, 0)),
    [3, -3, 1, 0, 0, 0],
  );
  assert.equal(rounded(1.005, 2), 1.01);
  assert.equal(shown(NL, -1234567.25, 1), "\u22121.234.567,3");
  assert.equal(percent(NL, 0.125), "13%");
});

test("what is filled in is data; a counted text has its forms", () => {
  assert.equal(markup("<b>{name}</b>", { name: "<i> & {count}" }), "<b>&#60;i&#62; &#38; {count}</b>");
  assert.equal(fill("{name}", { name: "<i> & 't" }), "<i> & 't");
  const plans = { language: "nl", zero: "geen plan", one: "{count} plan", other: "{count} plannen" };
  assert.deepEqual(
    [0, 1, 2].map((count) => fill(plans, { count })),
    ["geen plan", "1 plan", "2 plannen"],
  );
});
