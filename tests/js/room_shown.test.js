import assert from "node:assert/strict";
import { test } from "node:test";
import { dotPlaces } from "../../web/static/rooms/dots.js";
import { breaks } from "../../web/static/rooms/pages.js";
import { drawShown, sayings } from "../../web/static/rooms/shown.js";
import { triedName } from "../../web/static/rooms/tried.js";
import { scoreOn, twoOf } from "../../web/static/rooms/two_plans.js";
import { named } from "./small_document.js";

const alternatives = ["p", "q", "r"].map((id) => ({
  id,
  code: id.toUpperCase(),
  label: `Plan ${id}`,
  colour: "#123456",
}));
const themes = [
  { id: "b", number: 2, label: "Second", criteria: [{ scores: [100, 0, null] }] },
  { id: "a", number: 1, label: "First", criteria: [{ scores: [0, 50, 10] }, { scores: [100, 50, 30] }] },
];
const data = { alternatives, themes, marks: { decimal: ",", thousands: "." } };
/** Every word is its own name with all that can be filled in. */
const GAPS = [
  "count",
  "number",
  "low",
  "median",
  "high",
  "near",
  "last",
  "n",
  "names",
  "name",
  "was",
  "now",
  "same",
  "other",
  "up",
  "down",
];
const words = new Proxy({}, { get: (_, key) => [key, ...GAPS.map((gap) => `{${gap}}`)].join("|") });
const EVIL = '<img src=x onerror="alert(1)">';

const TOPICS = [
  ["green", "Green"],
  ["quiet", "Quiet"],
  ["evil", EVIL],
];

const rows = (values, key) => alternatives.map(({ id }, at) => ({ alternative: id, [key]: values[at] }));
const counts = (certain, possible) => ({
  alternatives: alternatives.map(({ id }, at) => ({ alternative: id, certain: certain[at], possible: possible[at] })),
  level: 1,
  unsure: 0,
  unknown: 2,
});
const dots = [0, 25, 25, 100, 100, 100, 100, 100];
const STAGES = {
  agreement: {
    n: 9,
    themes: [
      { theme: "b", word: "differ", certain: true, far: 4 },
      { theme: "a", word: "agree", certain: false, far: 3 },
    ],
  },
  distribution: {
    n: 8,
    themes: [
      { theme: "b", withheld: "few_answered" },
      { theme: "a", dots, low: 25, median: 87.5, high: 100, open: 1 },
    ],
  },
  groups: {
    n: 20,
    stable: false,
    groups: [
      { n: 12, more: [{ theme: "a" }], less: [], middle: { points: { b: 40, a: 100 } } },
      { n: 8, more: [], less: [{ theme: "a" }], middle: { withheld: "no_middle" } },
    ],
  },
  gut: { n: 9, ...{ alternatives: rows([4, 3, 2], "count") }, none: 0, beside_own: { withheld: "all_fail" } },
  first: { n: 9, ...counts([4, 0, 2], [6, 0, 2]), groups: [{ n: 7, ...counts([3, 0, 2], [3, 1, 2]) }] },
  robust: {
    n: 9,
    of_100: rows([50, 30, 10], "first"),
    unsure_of_100: 10,
    middle: { first: null, word: "undecided", candidates: ["p", "q"] },
    acceptable: alternatives.map(({ id }) => ({ alternative: id, near: [1, 3], last: [2, 2] })),
  },
  shift_themes: {
    n: 9,
    themes: [
      { theme: "b", withheld: "few_answered" },
      { theme: "a", up: 2, down: 1, before: [0, 50, 100], after: [25, 50, 75], drawn: "closer" },
    ],
  },
  shift_outcome: {
    n: 9,
    moved: { same: 5, other: 4 },
    before: counts([4, 3, 2], [4, 3, 2]),
    after: counts([6, 1, 2], [6, 1, 2]),
    from_to: {
      ids: ["p", "q", "r", null],
      table: [
        [7, null, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    },
  },
  who_came: {
    n: 30,
    questions: [{ question: "age", withheld: null, answers: [{ answer: "under_25", share: 0.4, share_outside: 0.2 }] }],
  },
  values_named: { n: 9, topics: { green: 5 } },
  marks: { n: 9, values: { green: { figure: 3, limit: 2 } } },
  mark_groups: { n: 9, pairs: [{ values: ["green", "quiet"], both: 8 }] },
};

function drawn(shown, how = {}, more = {}) {
  const place = document.createElement("div");
  drawShown(place, data, { shown, said: [], ...more }, words, { topics: TOPICS, ...how });
  return place;
}
const everything = (root) => root.children.flatMap((child) => (child.children ? [child, ...everything(child)] : []));
const having = (root, attribute) => everything(root).filter((one) => attribute in one.attributes);
const text = (root) => root.textContent;
const classed = (root, name) => everything(root).filter((one) => one.attributes.class?.split(" ").includes(name));

test("every stage is drawn with its number of answers, and holds at least one piece that a page can break at", () => {
  for (const [stage, found] of Object.entries(STAGES)) {
    const place = drawn({ [stage]: found });
    assert.ok(text(place).includes(`stage_${stage}`), stage);
    assert.ok(text(place).includes(`|${found.n}|`), stage);
    assert.ok(having(place, "data-piece").length > 0, stage);
    assert.ok(!/NaN|\[object/.test(text(place)), stage);
  }
});

test("what is withheld says why, whole or in part, and shows no figure", () => {
  for (const stage of Object.keys(STAGES)) {
    const place = drawn({ [stage]: { n: 3, withheld: "few_ballots" } });
    assert.match(text(place), /withheld_few_ballots/);
    assert.equal(having(place, "data-piece").length, 0, stage);
  }
  assert.match(text(drawn({ distribution: STAGES.distribution })), /Second\s*withheld_few_answered/);
  const moved = { withheld: "small_counts" };
  const table = { ...STAGES.shift_outcome, moved, from_to: moved };
  assert.match(text(drawn({ shift_outcome: table })), /withheld_small_counts.*withheld_small_counts/s);
  assert.equal(named(drawn({ shift_outcome: table }), "table").length, 0);
});

test("themes stand in the order of the case, whatever the order of the page or of the answer", () => {
  for (const stage of ["agreement", "distribution", "shift_themes"]) {
    assert.match(text(drawn({ [stage]: STAGES[stage] })), /First.*Second/s);
  }
});

test("a word about agreement has a sign beside it, and says how many are far where most agree", () => {
  const place = drawn({ agreement: STAGES.agreement });
  assert.equal(classed(place, "s-sign").length, 2);
  const far = classed(place, "s-far");
  assert.equal(far.length, 1);
  assert.match(text(far[0]), /^agree_far\|3/);
});

test("each answer is a dot, and the middle is said in the marks of the language", () => {
  const place = drawn({ distribution: STAGES.distribution });
  assert.equal(classed(place, "s-dot").length, dots.length);
  assert.match(text(classed(place, "s-open")[0]), /87,5/);
  assert.equal(classed(place, "s-mine").length, 0);
  assert.equal(
    classed(drawn({ distribution: STAGES.distribution }, { own: { weigh: { points: { a: 40 } } } }), "s-mine").length,
    1,
  );
});

test("possible first places are hatched and have a legend", () => {
  const place = drawn({ first: STAGES.first });
  assert.equal(classed(place, "s-maybe").length, 2);
  assert.match(text(place), /first_legend/);
  const sure = { ...STAGES.first, ...counts([4, 3, 2], [4, 3, 2]), groups: [] };
  assert.doesNotMatch(text(drawn({ first: sure })), /first_legend/);
});

test("who is acceptable stands there with its name, and a group with its profile", () => {
  const place = drawn({ robust: STAGES.robust });
  assert.equal(text(place).match(/Plan p/g).length, 3); // the bar, the middle that is undecided, and acceptable
  assert.equal(named(classed(drawn({ groups: STAGES.groups }), "s-profile")[0], "li").length, 2);
});

test("what somebody wrote is text, never markup", () => {
  for (const place of [
    drawn({}, {}, { said: [{ words: EVIL, language: "nl" }] }),
    sayings([{ words: EVIL, language: "nl" }], words),
    drawn({ values_named: { n: 9, topics: { evil: 9 } } }),
    drawn({
      who_came: {
        n: 9,
        questions: [{ question: "area", withheld: null, answers: [{ answer: EVIL, share: 1, share_outside: null }] }],
      },
    }),
  ]) {
    assert.ok(text(place).includes(EVIL));
    assert.equal(named(place, "img").length, 0);
    assert.ok(everything(place).every((one) => one.innerHTML === undefined));
  }
  assert.match(text(drawn({}, {}, { said: [{ words: "x", language: "nl" }] })), /said_title/);
});

test("no two dots of a theme cover each other, for one person, a hundred at one place, and many neighbours", () => {
  const rooms = [[50], Array(100).fill(100), Array.from({ length: 120 }, (_, at) => 5 * (at % 21)), dots];
  for (const room of rooms) {
    const { places, size } = dotPlaces(room);
    assert.equal(places.length, room.length);
    assert.ok(size >= 0.3 && size <= 1);
    const spots = places.map(({ at, side, up }) => [at / 2.8 + side * size, up]);
    for (const [place, [x, y]] of spots.entries()) {
      const near = spots.slice(place + 1).find(([left, up]) => up === y && Math.abs(left - x) < size * 0.99);
      assert.equal(near, undefined, `${room.length}: ${x} ${y}`);
    }
  }
});

test("pages hold what fits, everything once, and a piece that is too large has a page of its own", () => {
  const sizes = [3, 4, 3, 20, 1, 1];
  const fits = (from, to) => sizes.slice(from, to).reduce((sum, size) => sum + size, 0) <= 10;
  assert.deepEqual(breaks(sizes.length, fits), [
    [0, 3],
    [3, 4],
    [4, 6],
  ]);
  assert.deepEqual(
    breaks(0, () => true),
    [[0, 0]],
  );
});

test("a tried weighting says whose it is", () => {
  const room = { words, profiles: [{ id: "farmer", label: "Farmers" }] };
  assert.match(triedName(room, { profile: null }), /^tried_own/);
  assert.match(triedName(room, { profile: "room" }), /^profile_room/);
  assert.match(triedName(room, { profile: "group-2" }), /^profile_group.*2/);
  assert.equal(triedName(room, { profile: "farmer" }), "Farmers");
});

test("two plans beside each other are those most often first, with what is not known left open", () => {
  const of = rows([10, 50, 50], "first");
  assert.deepEqual(
    twoOf(data, of).map(({ id }) => id),
    ["q", "r"],
  );
  assert.equal(twoOf(data, of.slice(0, 1)), null);
  const within = [[1], [0.5, 0.5]];
  assert.equal(scoreOn(data, within, 1, alternatives[0]), 50);
  assert.equal(scoreOn(data, within, 0, alternatives[2]), null);
});
