// What was revealed, drawn the same on the wall and on a phone: spread first, never a mean alone, in the order and the
// colours of the case. `own` holds what this phone sent; the wall has none.

import { element } from "../board/dom.js";
import { shown } from "../board/numbers.js";
import { fill } from "../board/sentences.js";
import { dotPlaces } from "./dots.js";
import { first, gut, robust, shiftOutcome, shiftThemes } from "./shown_outcome.js";
import { bars, block, inOrder, percent, themeOf, why } from "./shown_parts.js";

/** Everything in sight, in the order in which it was revealed; nothing is drawn twice when nothing changed. */
export function drawShown(place, data, state, words, how = {}) {
  const made = JSON.stringify([state.shown, state.said, how.own ?? null, how.only ?? null]);
  if (place.dataset.made === made) return;
  place.dataset.made = made;
  const stages = Object.entries(state.shown).filter(([stage]) => !how.only || how.only === stage);
  place.replaceChildren(
    ...stages.map(([stage, found]) =>
      element(
        "section",
        { class: "s-shown", "data-stage": stage, "data-block": true },
        element(
          "div",
          { class: "s-head" },
          element("h3", {}, words[`stage_${stage}`]),
          element("p", { class: "s-n" }, fill(words.answers, { count: found.n ?? 0 })),
        ),
        found.withheld ? why(words, found.withheld) : DRAW[stage](found, data, words, { ...how, said: named(state) }),
      ),
    ),
    ...(state.said.length && !how.only ? [sayings(state.said, words)] : []),
  );
}

/** Own words of what is of value, as far as they are in sight. */
const named = ({ said }) => said.filter(({ question }) => question === "name");

/** What participants wrote and whoever leads put on the screen. */
export const sayings = (all, words) =>
  element(
    "section",
    { class: "s-shown", "data-block": true },
    element("h3", {}, words.said_title),
    ...all.map(({ words: said, language }) =>
      element("blockquote", { lang: language, class: "s-said", "data-piece": true }, said),
    ),
  );

const ownPoints = (how, id) => {
  const value = how.own?.weigh?.points?.[id]; // of the round that is shown
  return typeof value === "number" ? value : null;
};

const SIGN = 3; // marks beside the word: the further the room lies apart, the further they stand apart

/** The word of each theme with a sign beside it, and how many stand far from the middle although most agree. */
function agreement({ themes }, data, words) {
  return element(
    "ul",
    { class: "s-list s-agree" },
    ...inOrder(data, themes).map(({ theme, word, withheld, certain, far }) =>
      element(
        "li",
        { "data-word": word ?? "withheld", "data-piece": true },
        element("span", { class: "s-name" }, themeOf(data, theme).label),
        withheld
          ? why(words, withheld)
          : element(
              "span",
              { class: "s-sign", "aria-hidden": "true" },
              ...Array.from({ length: SIGN }, () => element("i")),
            ),
        withheld ? null : element("b", {}, words[`agree_${word}`] + (certain ? "" : ` ${words.borderline}`)),
        far && word !== "differ" ? element("span", { class: "s-far" }, fill(words.agree_far, { count: far })) : null,
      ),
    ),
  );
}

const LINES = [0, 25, 50, 75, 100];

/** One dot for each answer, the middle half as a box, the median as a line, and where this phone stands. */
function distribution({ themes }, data, words, how) {
  return element(
    "div",
    { class: "s-spreads" },
    ...inOrder(data, themes).map((found) => {
      const { theme, withheld, dots, low, median, high, open } = found;
      const { label } = themeOf(data, theme);
      const name = element("span", { class: "s-name" }, label);
      if (withheld) return element("div", { class: "s-spread", "data-piece": true }, name, why(words, withheld));
      const mine = ownPoints(how, theme);
      const { places, size } = dotPlaces(dots);
      const middle = [
        fill(words.middle_at, { median: shown(data, median, Number.isInteger(median) ? 0 : 1) }),
        open ? fill(words.open_count, { count: open }) : "",
      ];
      return element(
        "div",
        { class: "s-spread", "data-piece": true },
        name,
        element(
          "div",
          {
            class: "s-scale s-dots",
            role: "img",
            style: `--size:${size}`,
            "aria-label": fill(words.spread_spoken, { theme: label, median, low, high }),
          },
          ...LINES.map((at) => element("i", { class: "s-line", style: `left:${at}%` })),
          element("i", { class: "s-box", style: `left:${low}%;width:${high - low}%` }),
          element("i", { class: "s-median", style: `left:${median}%` }),
          ...places.map(({ at, side, up }) =>
            element("i", { class: "s-dot", style: `left:${at}%;--side:${side};--up:${up}` }),
          ),
          mine === null ? null : element("i", { class: "s-mine", style: `left:${mine}%`, title: words.you }),
        ),
        mine === null || !how.placeSaid ? null : how.placeSaid(found, mine),
        element("span", { class: "s-open" }, middle.filter(Boolean).join(" \u00b7 ")),
      );
    }),
    element("p", { class: "s-legend" }, how.own ? words.spread_legend_mine : words.spread_legend),
  );
}

function groups({ groups: found, stable }, data, words) {
  const names = (themes) => themes.map(({ theme }) => themeOf(data, theme).label).join(", ");
  return element(
    "div",
    { class: "s-groups" },
    ...found.map(({ n, more, less, middle }, place) =>
      element(
        "div",
        { class: "s-group", "data-group": place + 1, "data-piece": true },
        element("h4", {}, fill(words.group, { number: place + 1, count: n })),
        more.length ? element("p", {}, element("b", {}, words.more_than), " ", names(more)) : null,
        less.length ? element("p", {}, element("b", {}, words.less_than), " ", names(less)) : null,
        profileOf(middle, data, words),
      ),
    ),
    stable ? null : element("p", { class: "s-withheld" }, words.unstable),
  );
}

/** The middle of a group, theme by theme in the order of the case. */
function profileOf(middle, data, words) {
  if (!middle || middle.withheld) return null;
  const rows = inOrder(
    data,
    Object.keys(middle.points).map((theme) => ({ theme })),
  );
  return element(
    "div",
    {},
    element("p", { class: "s-legend" }, words.group_middle),
    element(
      "ul",
      { class: "s-profile" },
      ...rows.map(({ theme }) =>
        element(
          "li",
          {},
          element("span", {}, themeOf(data, theme).label),
          element(
            "span",
            { class: "s-bar", "aria-hidden": "true" },
            element("i", { style: `width:${percent(middle.points[theme], 100)}` }),
          ),
          element("b", {}, String(Math.round(middle.points[theme]))),
        ),
      ),
    ),
  );
}

function whoCame({ questions }, _data, words, how) {
  return element(
    "div",
    {},
    ...questions
      .filter((found) => found.withheld === null)
      .map(({ question, answers }) =>
        element(
          "div",
          { "data-block": true },
          element("h4", {}, words[`who_${question}`]),
          element(
            "ul",
            { class: "s-bars" },
            ...answers.map(({ answer, share, share_outside: outside }) =>
              element(
                "li",
                { "data-piece": true },
                element("span", { class: "s-name" }, how.choices?.[question]?.[answer] ?? answer),
                element(
                  "span",
                  { class: "s-bar", "aria-hidden": "true" },
                  element("i", { style: `width:${100 * (share ?? 0)}%` }),
                  outside === null ? null : element("i", { class: "s-outside", style: `left:${100 * outside}%` }),
                ),
                element("b", {}, share === null ? words.few : `${Math.round(100 * share)}%`),
              ),
            ),
          ),
        ),
      ),
    element("p", { class: "s-legend" }, words.outside_legend),
  );
}

/** Topics in their own order, then own words that are in sight; what was taken from sight has no name, and no line. */
export const namesOf = (how) => new Map([...how.topics, ...how.said.map(({ id, words }) => [`said.${id}`, words])]);

const topicBars = (counts, n, words, how) =>
  bars(
    [...namesOf(how)].filter(([key]) => counts[key]).map(([key, label]) => ({ label, count: counts[key] })),
    n,
    words,
  );

const valuesNamed = ({ topics, n }, _data, words, how) => topicBars(topics, n, words, how);

function marks({ values, n }, _data, words, how) {
  const counts = (key) => Object.fromEntries(Object.entries(values).map(([topic, found]) => [topic, found[key]]));
  return element(
    "div",
    {},
    block(words.mark_figure, topicBars(counts("figure"), n, words, how)),
    block(words.mark_limit, topicBars(counts("limit"), n, words, how)),
  );
}

function markGroups(found, _data, words, how) {
  const names = namesOf(how);
  const pairs = found.pairs.filter(({ values }) => values.every((key) => names.has(key)));
  if (!pairs.length) return element("p", {}, words.no_pairs);
  return element(
    "ul",
    { class: "s-list" },
    ...pairs.map(({ values: [one, other], both }) =>
      element(
        "li",
        { "data-piece": true },
        fill(words.pair, { one: names.get(one), other: names.get(other), count: both }),
      ),
    ),
  );
}

const DRAW = {
  agreement,
  distribution,
  groups,
  gut,
  first,
  robust,
  shift_themes: shiftThemes,
  shift_outcome: shiftOutcome,
  who_came: whoCame,
  values_named: valuesNamed,
  marks,
  mark_groups: markGroups,
};
