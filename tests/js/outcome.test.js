import assert from "node:assert/strict";
import { test } from "node:test";
import { deciding } from "../../web/static/board/sentences.js";
import { compare } from "../../web/static/board/sum.js";
import { inShort } from "../../web/static/phone/in_short.js";
import { endsOf } from "./ends.js";

const words = {
  and: "and",
  or: "or",
  interval: "{low} to {high}",
  why_first: "{first}, then {second}.",
  why_tie: "{alternatives}: {totals}.",
  why_interval: "Not known: {alternatives} ({totals}).",
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
  result_tie: "Equal: {alternatives}",
  result_may: "First: {alternatives}",
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
  assert.equal(found.headline, "Equal: a and b");
  assert.equal(found.because, "");
  assert.match(found.flip, /^[ab] with (more|less) than 20%\.$/); // and not: more than 20.0%, now 20.0%
});

test("all that are level are named, in the headline or, where they do not fit, in the sentence below it", () => {
  const three = data([
    [80, 20, 50],
    [20, 80, 50],
  ]);
  three.alternatives.push({ id: "c", label: "c", failing: false, behind: [] });
  const even = { themes: { jobs: 100, calm: 100 } };
  assert.equal(said(three, even).headline, "Equal: a, b and c");
  for (const item of three.alternatives) item.label = `${item.label} ${"long ".repeat(8)}`;
  const found = said(three, even);
  assert.equal(found.headline, "?");
  for (const { label } of three.alternatives) assert.ok(found.because.includes(`<b>${label}</b>`));
});

test("with an effect that is not known all that can have the highest total are named, and no other", () => {
  const three = data([
    [80, 20, 10],
    [null, 80, 10],
  ]);
  three.alternatives.push({ id: "c", label: "c", failing: false, behind: [] });
  const found = said(three, { themes: { jobs: 100, calm: 100 } }, "undecided");
  assert.deepEqual([found.headline, found.because], ["First: a or b", ""]);
  // b against c is known, and nearly level; that of a is not, and it is behind them whatever it is
  const settled = data([
    [0, 60, 60],
    [null, 60, 60.5],
  ]);
  settled.alternatives.push({ id: "c", label: "c", failing: false, behind: [] });
  assert.equal(said(settled, { themes: { jobs: 100, calm: 100 } }).headline, "Equal: c and b");
});

test("while the verdict is waited for nothing is told of one rival", () => {
  const points = { themes: { jobs: 100, calm: 50 }, criteria: {}, unsure: [] };
  const result = compare(clear, points);
  assert.equal(deciding(clear, result, null), "a, then b. Through <b>jobs</b>.");
  assert.equal(deciding(clear, result, [1]), "a, then b. Through <b>jobs</b>. b is better on calm.");
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
