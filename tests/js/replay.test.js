// Every weighing, number and link that Python made up, with what the library says: the shared modules must say the same
// to the last digit. tests/js/test_browser_modules.py makes the file anew and names it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { nearestFlip } from "../../web/static/board/flips.js";
import { requirementsPart, weighingParts } from "../../web/static/board/link.js";
import { innerDecimals, percent, shown } from "../../web/static/board/numbers.js";
import {
  deciding,
  noteText,
  pointsFrom,
  scoreOn,
  scoreText,
  shareText,
  spoken,
  totalText,
} from "../../web/static/board/sentences.js";
import { compare, tippingPoint } from "../../web/static/board/sum.js";

const START = { start: "own" };
const file = process.env.VECTORS;
const vectors = file && JSON.parse(readFileSync(file, "utf-8"));
const skip = file ? false : "no VECTORS: tests/js/test_browser_modules.py makes them";

/** What the board shows for these points, in the form of the vectors. */
function said(data, points) {
  const result = compare(data, points);
  const places = data.themes.map((_, place) => place);
  return {
    points,
    order: result.order,
    first: result.undecided ? null : result.first,
    totals: result.rows.map((row) => totalText(data, row)),
    precise: result.rows.map((row) => totalText(data, row, 1)),
    certain: result.rows.map((row) => row.pieces.map((value) => shown(data, value, 1))),
    table: result.rows.map((_, row) => places.map((place) => pointsFrom(data, result, row, place))),
    scores: result.rows.map((row) => places.map((place) => scoreText(data, scoreOn(result, row, place)))),
    may_be_first: result.mayBeFirst,
    can_change: result.canChange,
    shares: result.shares.map((_, place) => shareText(data, result, place)),
    weights: result.within.flatMap((inside, place) =>
      inside.map((share) => percent(data, share * result.shares[place])),
    ),
    why: deciding(data, result),
    moving: deciding(data, result, null),
    flip: nearestFlip(data, result),
    notes: Object.fromEntries(data.views.map(([view]) => [view, noteText(data, result, view)])),
    link: weighingParts(data, START, points),
  };
}

function flips(data, points) {
  const result = compare(data, points);
  return data.themes.map((_, place) => {
    const point = tippingPoint(data, result, place);
    const side = (found) => found && [found.share, found.winner];
    return point && { now: point.now, lower: side(point.lower), upper: side(point.upper) };
  });
}

/** The same alternatives, at the same shares but for the noise of binary fractions. */
function sameFlips(found, expected) {
  assert.deepEqual(
    found.map(flat).map(([, who]) => who),
    expected.map(flat).map(([, who]) => who),
  );
  found.map(flat).forEach(([shares], place) => {
    const wanted = flat(expected[place])[0];
    for (const [side, share] of shares.entries())
      assert.ok(Math.abs(share - wanted[side]) < 1e-9, `${share} is not ${wanted[side]}`);
  });
}

const flat = (point) =>
  point
    ? [
        [point.now, point.lower?.[0] ?? -1, point.upper?.[0] ?? -1],
        [point.lower?.[1] ?? null, point.upper?.[1] ?? null],
      ]
    : [[], null];

test("every weighing is added up and told as the library does", { skip }, () => {
  for (const { data, weighings } of vectors.weighings) {
    for (const { flips: expected, segments: _, ...rest } of weighings) {
      assert.deepEqual(said(data, rest.points), rest);
      if (expected) sameFlips(flips(data, rest.points), expected);
    }
  }
});

test("the themes in another order on the page change no sentence and no link", { skip }, () => {
  const parts = ({ totals, order, first, why, flip, notes, link }) => ({
    totals,
    order,
    first,
    why,
    flip,
    notes,
    link,
  });
  for (const { data, weighings } of vectors.weighings) {
    const turned = { ...data, themes: [...data.themes].reverse() };
    for (const weighing of weighings) assert.deepEqual(parts(said(turned, weighing.points)), parts(weighing));
  }
});

test("a screen reader hears every total, from the first to the last", { skip }, () => {
  for (const { data, weighings } of vectors.weighings) {
    for (const { points, order, totals } of weighings) {
      const expected = order.map((row) => `${data.alternatives[row].label}: ${totals[row]}`).join(". ");
      assert.equal(spoken(data, compare(data, points)), expected);
    }
  }
});

test("every number is written as the library does", { skip }, () => {
  for (const { value, decimals, marks, number, percent: per, share, inner } of vectors.numbers) {
    assert.equal(shown({ marks }, value, decimals), number, `${value} with ${decimals} decimals`);
    assert.equal(percent({ marks }, value, decimals), per, `${value} as a share with ${decimals} decimals`);
    assert.equal(innerDecimals(share, decimals), inner, `${share} with at least ${decimals} decimals`);
  }
});

test("every link is written as the library does, also after one that was damaged", { skip }, () => {
  for (const { points, off, start, written, started, ...data } of vectors.links) {
    assert.deepEqual({ ...(started && weighingParts(data, start, points)), ...requirementsPart(data, off) }, written);
  }
});

test("with what the verdict names beside the first, the sentence of the board is Python's", { skip }, () => {
  let sooner = 0;
  for (const { data, examples } of vectors.shipped) {
    for (const { points, named, why } of examples) {
      const result = compare(data, points);
      assert.equal(deciding(data, result, named), why, data.case);
      sooner += named.length > 0 && deciding(data, result) !== why;
    }
  }
  assert.ok(sooner > 3, String(sooner));
});
