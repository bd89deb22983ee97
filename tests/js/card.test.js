import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compare } from "../../web/static/board/sum.js";
import { cardLayout, WIDTH, wrapped } from "../../web/static/phone/card/layout.js";
import { qrCode } from "../../web/static/phone/card/qr.js";
import { cardWords } from "../../web/static/phone/result_card.js";
import { endsOf } from "./ends.js";

const scoresOf = (place) => {
  const scores = place ? [40, 60] : [90, 10];
  return { scores, ends: endsOf(scores) };
};

const EDGE = 64;
const wide = (text, size, bold) => text.length * size * (bold ? 0.55 : 0.5); // every sign alike
const tiles = { picture: "tiles", width: 218, height: 108 };
const plan = (label, place = 0) => ({ code: "RABCDEFGHI"[place], label, colour: "#005A9C", tiles });
const LONG = "Warmtekrachtkoppelingsinstallatieterreinbeheersing";
const usual = {
  name: "Waardenweger",
  question: "What is best here?",
  headline: "With these weights this comes first: Tram",
  because: "The main reason is calm.",
  flip: "Road comes first if work weighs more than 60%.",
  sure: "Shaky: small changes can turn this around.",
  unsure: "",
  off: "",
  notice: "Half of it was built.",
  vote: "This is one weighing.",
  scan: "Scan the code.",
  address: "weger.example.nl/m/harbour_link",
  plans: ["Fields", "Tram", "Road"].map(plan),
  legend: [
    { label: "Field", picture: "field", width: 20, height: 20 },
    { label: "Nature", picture: "nature", width: 20, height: 20 },
  ],
  code: qrCode("https://weger.example.nl/m/harbour_link?w=moving-100~living-35"),
};
const states = {
  usual,
  "ten long names": { ...usual, plans: Array.from({ length: 10 }, (_, place) => plan(`${LONG} ${place}`, place)) },
  "one plan without land": { ...usual, plans: [{ ...plan("Tram"), tiles: undefined }], legend: [] },
  "words without a space": {
    ...usual,
    question: LONG.repeat(60),
    flip: LONG.repeat(5),
    vote: LONG,
    notice: LONG.repeat(9),
  },
  "many uses of land": {
    ...usual,
    legend: Array.from({ length: 14 }, (_, n) => ({ ...usual.legend[0], label: LONG.slice(n) })),
  },
  "a link too long for a code": { ...usual, code: qrCode("x".repeat(5000)) },
  "a link that fills a code": { ...usual, code: qrCode(`https://weger.example.nl/${"x".repeat(2000)}`) },
  "nothing to say": { ...usual, because: "", flip: "", sure: "", notice: "" },
  undecided: {
    ...usual,
    because: "",
    unsure: `I don't know: ${LONG}, ${LONG}.`,
    off: "Hard requirement that does not count here.",
  },
};

/** The room that a part takes: [left, top, right, bottom]. */
function room(part) {
  if (part.kind !== "text") return [part.x, part.y, part.x + part.width, part.y + part.height];
  return [part.x, part.y - part.size, part.x + wide(part.text, part.size, part.bold), part.y + 0.25 * part.size];
}

for (const [name, said] of Object.entries(states))
  test(`everything stands on the picture, whole, apart and inside its edges: ${name}`, () => {
    const { height, parts } = cardLayout(said, wide);
    const placed = parts.map((part) => ({ part, at: room(part) }));
    for (const { part, at } of placed) {
      const [left, top, right, bottom] = at;
      const inside = left >= EDGE - 1 && right <= WIDTH - EDGE + 1 && top >= EDGE - 1 && bottom <= height - EDGE / 2;
      assert.ok(inside, `${JSON.stringify(part)} at ${at} of ${height}`);
    }
    const apart = placed.filter(({ part }) => part.kind !== "box");
    for (const [place, { part, at }] of apart.entries())
      for (const other of apart.slice(place + 1)) {
        const [a, b] = [at, other.at];
        const over = a[0] < b[2] - 1 && b[0] < a[2] - 1 && a[1] < b[3] - 1 && b[1] < a[3] - 1;
        assert.ok(!over, `${JSON.stringify(part)} over ${JSON.stringify(other.part)}`);
      }
    const letters = (text) => text.replace(/\s/g, "");
    const written = letters(parts.map((part) => part.text ?? "").join(""));
    for (const key of ["question", "headline", "because", "flip", "sure", "unsure", "off", "notice", "vote", "scan"])
      assert.ok(written.includes(letters(said[key])), key);
    const of = (kind) => parts.filter((part) => part.kind === kind).length;
    assert.equal(of("picture"), said.plans.filter((item) => item.tiles).length + said.legend.length);
    assert.equal(of("code"), said.code ? 1 : 0);
  });

test("every plan has tiles of the same size, also beside names of other lengths", () => {
  const { parts } = cardLayout({ ...usual, legend: [], plans: ["A", "A b c d e f", LONG, "Tram"].map(plan) }, wide);
  const sizes = parts.filter(({ kind }) => kind === "picture").map(({ width, height }) => `${width} ${height}`);
  assert.equal(sizes.length, 4);
  assert.equal(new Set(sizes).size, 1);
});

test("words go on in the next line and only a word wider than its room is broken", () => {
  const lines = wrapped("a house  on\nthe hillside road", 8, (text) => text.length);
  assert.deepEqual(lines, ["a house", "on the", "hillside", "road"]);
  assert.deepEqual(
    wrapped("on abcdefghijk no", 4, (text) => text.length),
    ["on", "abcd", "efgh", "ijk", "no"],
  );
  assert.deepEqual(
    wrapped("", 4, (text) => text.length),
    [],
  );
});

test("a code has the modules that another program gives it, with each of the eight masks", () => {
  const { codes } = JSON.parse(readFileSync(process.env.VECTORS, "utf-8"));
  for (const { address, mask, rows } of codes) {
    const made = qrCode(address, mask);
    const found = rows.map((_, y) => rows.map((_, x) => Number(made.dark(x, y))).join(""));
    assert.deepEqual(found, rows, `${address} with mask ${mask}`);
    assert.equal(made.size, rows.length);
  }
  assert.equal(qrCode("x".repeat(5000)), null);
});

globalThis.DOMParser = class {
  parseFromString = (html) => ({ body: { textContent: html.replace(/<[^>]*>/g, "").replace(/&#38;/g, "&") } });
};

test("the picture says the outcome in words that name nobody, and no first place that is undecided or open", () => {
  const data = {
    words: {
      and: "and",
      interval: "{low} to {high}",
      why_because: "Through {themes}.",
      why_first: "",
      why_tie: "",
      unsure_stays_up_to: "",
      why_no_runner_up: "",
      why_runner_up: "",
      why_unsure: "What you do not know: {themes}.",
      flip_more: "{other} from {share}.",
      flip_less: "{other} below {share}.",
      flip_more_unsure: "{other} from {share}, of which you do not know.",
    },
    phone: {
      result_first: "{first} first for you",
      result_highest: "",
      result_open: "Open",
      result_depends: "Open: {themes}",
      may_be_first: "Each: {alternatives}.",
      sure_weights: "Shaky.",
      sure_seldom: "Undecided.",
      card: {
        words: {
          why_unsure: "What was not weighed: {themes}.",
          flip_more_unsure: "{other} from {share}, not weighed.",
          flip_without_unsure: "Without: {sentence}",
        },
        phone: { result_first: "First: {first}" },
        undecided: "Not to be said",
        unsure: "Not known: {themes}.",
      },
    },
    rules: { largest: 100, near: 1, small: 0.5, named: 2, tie: 1e-9, same: 1e-9 },
    marks: { decimal: ".", thousands: "," },
    alternatives: ["a & b", "c"].map((id) => ({ id, label: id, failing: false, behind: [] })),
    themes: ["jobs", "calm"].map((id, place) => ({
      id,
      inline: id,
      label: id,
      number: place + 1,
      criteria: [{ ...scoresOf(place), id: `${id}-1`, inline: id, unit: "", shown: ["", ""] }],
    })),
  };
  const reasons = { shaky: "weights", undecided: "seldom", firm: "holds" };
  const said = (points, word) =>
    cardWords(data, compare(data, { themes: {}, criteria: {}, unsure: [], ...points }), {
      word,
      reason: reasons[word],
    });
  const weights = { themes: { jobs: 100, calm: 50 } };
  const firm = { headline: "First: a & b", because: "Through jobs.", flip: "c below 20%.", sure: "Shaky.", unsure: "" };
  assert.deepEqual(said(weights, "shaky"), firm);
  const unclear = { ...firm, headline: "Not to be said", because: "", sure: "Undecided." };
  assert.deepEqual(said(weights, "undecided"), unclear);
  assert.deepEqual(said({ themes: { jobs: 10 }, unsure: ["calm"] }, "undecided"), {
    headline: "Open: calm",
    because: "Each: a & b, c.",
    flip: "",
    sure: "",
    unsure: "Not known: calm.",
  });
  const partly = { themes: { jobs: 100 }, unsure: ["calm"] };
  assert.equal(said(partly, "firm").flip, "Without: c below 20%.");
  data.themes.forEach((theme) => {
    theme.number = 3 - theme.number;
  });
  assert.equal(said(partly, "firm").flip, "c from 80%, not weighed.");
});
