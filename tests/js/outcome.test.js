import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../web/static/board/sum.js";
import { inShort } from "../../web/static/phone/outcome.js";
import { endsOf } from "./ends.js";

const words = {
  and: "and",
  interval: "{low} to {high}",
  why_first: "{first}, then {second}.",
  why_tie: "{alternatives}: {totals}.",
  why_because: "Through {themes}.",
  why_runner_up: "{second} is better on {theme}.",
  why_no_runner_up: "{second} is never better.",
  why_unsure: "It depends on {themes}: {alternatives}.",
  why_only: "Only {first}.",
  why_nobody: "Nobody.",
  why_passed_over: "{alternative} fails.",
  flip_more: "{other} from {share}.",
  flip_less: "{other} below {share}.",
  flip_edge_more: "{other} with more than {now}.",
  flip_edge_less: "{other} with less than {now}.",
  flip_never: "Never.",
  flip_unsure: "Later.",
  flip_top: "highest",
  flip_top_able: "highest of the able",
};
const phone = {
  result_first: "{first} first",
  result_highest: "{first} {top}",
  result_tie: "{first} = {second}",
  result_open: "?",
  result_depends: "On: {themes}",
  result_trying: "{first} here",
  may_be_first: "Each: {alternatives}.",
  result_nobody: "-",
};
const rules = { largest: 100, near: 1, small: 0.5, named: 2, tie: 1e-9, same: 1e-9 };

/** Two themes, with the score of a and of b on each. */
function data(scores, failing = []) {
  return {
    words,
    phone,
    rules,
    marks: { decimal: ".", thousands: "," },
    alternatives: ["a", "b"].map((id) => ({ id, label: id, failing: failing.includes(id), behind: [] })),
    themes: ["jobs", "calm"].map((id, place) => ({
      id,
      inline: id,
      number: place + 1,
      criteria: [
        { id: `${id}-1`, inline: id, unit: "", shown: ["", ""], scores: scores[place], ends: endsOf(scores[place]) },
      ],
    })),
  };
}

const said = (of, points, word) => inShort(of, compare(of, { themes: {}, criteria: {}, unsure: [], ...points }), word);
const clear = data([
  [90, 10],
  [40, 60],
]);

test("what comes first, through which values, and when that flips", () => {
  const found = said(clear, { themes: { jobs: 100, calm: 50 } }, "shaky");
  assert.deepEqual(found, { headline: "a first", because: "Through <b>jobs</b>.", flip: "b below 20%." });
});

test("without a verdict that names a first place there is only the highest total", () => {
  const weights = { themes: { jobs: 100, calm: 50 } };
  for (const word of [undefined, null, "", "undecided"]) assert.equal(said(clear, weights, word).headline, "a highest");
  assert.equal(
    said(
      data(
        clear.themes.map(({ criteria }) => criteria[0].scores),
        ["b"],
      ),
      weights,
    ).headline,
    "a highest of the able",
  );
});

test("at the weights of the dial nothing is said to come first for the person", () => {
  const points = { themes: { jobs: 100, calm: 50 }, criteria: {}, unsure: [] };
  assert.equal(inShort(clear, compare(clear, points), "firm", true).headline, "a here");
});

test("two that are level stand beside each other and nothing decided it", () => {
  const found = said(clear, { themes: { jobs: 25, calm: 100 } });
  assert.equal(found.headline, "a = b");
  assert.equal(found.because, "");
  assert.match(found.flip, /^[ab] with (more|less) than 20%\.$/); // and not: more than 20.0%, now 20.0%
});

test("what depends on a theme that somebody does not know has no first and no flip", () => {
  const found = said(clear, { themes: { calm: 100 }, unsure: ["jobs"] });
  assert.deepEqual(found, { headline: "On: jobs", because: "Each: a, b.", flip: "" });
  const long = structuredClone(clear);
  long.themes[0].inline = "a long name ".repeat(8);
  const other = said(long, { themes: { calm: 100 }, unsure: ["jobs"] });
  assert.equal(other.headline, "?");
  assert.match(other.because, /a long name .*<b>a<\/b> and <b>b<\/b>/);
});

test("a plan that fails a hard requirement never comes first", () => {
  const scores = [
    [90, 10],
    [40, 60],
  ];
  assert.equal(said(data(scores, ["a"]), { themes: { jobs: 100, calm: 0 } }, "firm").headline, "b first");
  assert.equal(said(data(scores, ["a", "b"]), { themes: { jobs: 100, calm: 0 } }).headline, "-");
});
