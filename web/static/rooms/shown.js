// What was revealed, drawn the same on the wall and on a phone: spread first, never a mean alone, in the order and the
// colours of the case. `own` holds what this phone sent; the wall has none.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";

const percent = (count, all) => `${(100 * count) / Math.max(1, all)}%`;

const why = (words, reason) => element("p", { class: "s-withheld" }, words[`withheld_${reason}`] ?? words.withheld);

const badge = (item) =>
  element("span", { class: "w-badge", style: `--c:${item.colour}`, title: item.label }, item.code);

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
        { class: "s-shown", "data-stage": stage },
        element("h3", {}, words[`stage_${stage}`]),
        element("p", { class: "s-n" }, fill(words.answers, { count: found.n ?? 0 })),
        found.withheld ? why(words, found.withheld) : DRAW[stage](found, data, words, how),
      ),
    ),
    ...(state.said.length && !how.only
      ? [element("section", { class: "s-shown" }, element("h3", {}, words.said_title), ...state.said.map(said))]
      : []),
  );
}

const said = ({ words, language }) => element("blockquote", { lang: language, class: "s-said" }, words);

const themeOf = (data, id) => data.themes.find((theme) => theme.id === id) ?? { label: id };
const alternativeOf = (data, id) => data.alternatives.find((item) => item.id === id);
const inOrder = (data, rows) => {
  const place = (id) => data.themes.find((theme) => theme.id === id)?.number ?? 0;
  return [...rows].sort((one, other) => place(one.theme) - place(other.theme));
};
const ownPoints = (how, id) => {
  const value = how.own?.second?.points?.[id] ?? how.own?.weigh?.points?.[id];
  return typeof value === "number" ? value : null;
};

function agreement({ themes }, data, words) {
  return element(
    "ul",
    { class: "s-list" },
    ...inOrder(data, themes).map(({ theme, word, withheld, certain }) =>
      element(
        "li",
        { "data-word": word ?? "withheld" },
        element("span", {}, themeOf(data, theme).label),
        element("b", {}, withheld ? words.withheld : words[`agree_${word}`] + (certain ? "" : ` ${words.borderline}`)),
      ),
    ),
  );
}

/** One dot for each answer, the middle half as a box, the median as a line, and where this phone stands. */
function distribution({ themes }, data, words, how) {
  return element(
    "div",
    { class: "s-spreads" },
    ...inOrder(data, themes).map((found) => {
      const { theme, withheld, dots, low, median, high, open } = found;
      const label = themeOf(data, theme).label;
      if (withheld)
        return element("div", { class: "s-spread" }, element("span", { class: "s-name" }, label), why(words, withheld));
      const mine = ownPoints(how, theme);
      const spoken = fill(words.spread_spoken, { theme: label, median, low, high });
      return element(
        "div",
        { class: "s-spread" },
        element("span", { class: "s-name" }, label),
        element(
          "div",
          { class: "s-scale", role: "img", "aria-label": spoken },
          element("i", { class: "s-box", style: `left:${low}%;width:${high - low}%` }),
          ...stacked(dots).map(([at, up]) => element("i", { class: "s-dot", style: `left:${at}%;--up:${up}` })),
          element("i", { class: "s-median", style: `left:${median}%` }),
          mine === null ? null : element("i", { class: "s-mine", style: `left:${mine}%`, title: words.you }),
        ),
        element("span", { class: "s-open" }, open ? fill(words.open_count, { count: open }) : ""),
      );
    }),
    element("p", { class: "s-legend" }, how.own ? words.spread_legend_mine : words.spread_legend),
  );
}

/** Each dot with how many stand below it, so that no two cover each other. */
function stacked(dots) {
  const height = new Map();
  return dots.map((at) => {
    const up = height.get(at) ?? 0;
    height.set(at, up + 1);
    return [at, up];
  });
}

function groups({ groups: found, stable }, data, words) {
  const names = (themes) => themes.map(({ theme }) => themeOf(data, theme).label).join(", ");
  return element(
    "div",
    { class: "s-groups" },
    ...found.map(({ n, more, less }, place) =>
      element(
        "div",
        { class: "s-group", "data-group": place + 1 },
        element("h4", {}, fill(words.group, { number: place + 1, count: n })),
        more.length ? element("p", {}, element("b", {}, words.more_than), " ", names(more)) : null,
        less.length ? element("p", {}, element("b", {}, words.less_than), " ", names(less)) : null,
      ),
    ),
    stable ? null : element("p", { class: "s-withheld" }, words.unstable),
  );
}

function bars(rows, n, words) {
  return element(
    "ul",
    { class: "s-bars" },
    ...rows.map(({ item, label, count, possible }) =>
      element(
        "li",
        { style: item ? `--c:${item.colour}` : "" },
        element("span", { class: "s-name" }, item ? badge(item) : null, " ", label),
        element(
          "span",
          { class: "s-bar", "aria-hidden": "true" },
          element("i", { style: `width:${percent(count, n)}` }),
          possible > count ? element("i", { class: "s-maybe", style: `width:${percent(possible - count, n)}` }) : null,
        ),
        element("b", {}, possible > count ? fill(words.to, { low: count, high: possible }) : String(count)),
      ),
    ),
  );
}

function gut({ alternatives, none, beside_own: beside, n }, data, words) {
  const rows = alternatives.map(({ alternative, count }) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count };
  });
  return element(
    "div",
    {},
    bars([...rows, { label: words.gut_none, count: none }], n, words),
    beside && !beside.withheld ? element("p", {}, fill(words.beside_gut, beside)) : null,
  );
}

const firstRows = (data, alternatives) =>
  alternatives.map(({ alternative, certain, possible }) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count: certain, possible };
  });

function first({ alternatives, level, unsure, unknown, groups: parts, n }, data, words) {
  const rest = [
    [level, "first_level"],
    [unsure, "first_unsure"],
    [unknown, "first_unknown"],
  ].filter(([count]) => count);
  return element(
    "div",
    {},
    bars(firstRows(data, alternatives), n, words),
    ...rest.map(([count, key]) => element("p", {}, fill(words[key], { count }))),
    ...parts.map((part, place) =>
      element(
        "div",
        { class: "s-group", "data-group": place + 1 },
        element("h4", {}, fill(words.group, { number: place + 1, count: part.n })),
        bars(firstRows(data, part.alternatives), part.n, words),
      ),
    ),
  );
}

function robust({ of_100: of, unsure_of_100: open, middle, acceptable, n }, data, words) {
  const rows = of.map(({ alternative, first: count }) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count };
  });
  const near = acceptable.map((row) => {
    const item = alternativeOf(data, row.alternative);
    const range = ([low, high]) => (low === high ? String(low) : fill(words.to, { low, high }));
    return element(
      "li",
      { style: `--c:${item.colour}` },
      badge(item),
      " ",
      fill(words.acceptable, { near: range(row.near), last: range(row.last), n }),
    );
  });
  return element(
    "div",
    {},
    element("p", {}, words.robust_about),
    bars(rows, 100, words),
    open ? element("p", {}, fill(words.robust_open, { count: open })) : null,
    element("p", { class: "s-middle" }, middleSaid(middle, data, words)),
    element("h4", {}, words.acceptable_title),
    element("ul", { class: "s-list" }, ...near),
  );
}

function middleSaid(middle, data, words) {
  if (middle.withheld) return words[`withheld_${middle.withheld}`] ?? words.withheld;
  if (middle.first === null) {
    const names = middle.candidates.map((id) => alternativeOf(data, id).label).join(", ");
    return fill(words.middle_undecided, { names });
  }
  return fill(words[`middle_${middle.word}`] ?? words.middle_firm, { name: alternativeOf(data, middle.first).label });
}

function shiftThemes({ themes }, data, words) {
  return element(
    "ul",
    { class: "s-shifts" },
    ...inOrder(data, themes).map(({ theme, withheld, up, down, before, after, drawn }) => {
      const label = themeOf(data, theme).label;
      if (withheld) return element("li", {}, element("span", { class: "s-name" }, label), why(words, withheld));
      const line = (points, word) =>
        element(
          "div",
          {
            class: "s-scale s-flat",
            role: "img",
            "aria-label": fill(words.spread_spoken, {
              theme: `${label}, ${word}`,
              low: points[0],
              median: points[1],
              high: points[2],
            }),
          },
          element("i", { class: "s-box", style: `left:${points[0]}%;width:${points[2] - points[0]}%` }),
          element("i", { class: "s-median", style: `left:${points[1]}%` }),
        );
      return element(
        "li",
        {},
        element("span", { class: "s-name" }, label),
        before && element("small", {}, words.before),
        before && line(before, words.before),
        after && element("small", {}, words.after),
        after && line(after, words.after),
        up === null || down === null ? null : element("small", {}, fill(words.moved, { up, down })),
        drawn ? element("b", {}, words[`drawn_${drawn}`]) : null,
      );
    }),
  );
}

function shiftOutcome({ moved, from_to: table }, data, words) {
  const name = (id) => (id === null ? words.no_first : alternativeOf(data, id).code);
  return element(
    "div",
    {},
    moved.withheld ? why(words, moved.withheld) : element("p", {}, fill(words.same_first, moved)),
    table.withheld
      ? why(words, table.withheld)
      : element(
          "table",
          { class: "w-numbers" },
          element("caption", {}, words.from_to),
          element(
            "thead",
            {},
            element("tr", {}, element("td", {}), ...table.ids.map((id) => element("th", { scope: "col" }, name(id)))),
          ),
          element(
            "tbody",
            {},
            ...table.table.map((row, place) =>
              element(
                "tr",
                {},
                element("th", { scope: "row" }, name(table.ids[place])),
                ...row.map((count) => element("td", {}, count === null ? "\u00b7" : String(count))),
              ),
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
          {},
          element("h4", {}, words[`who_${question}`]),
          element(
            "ul",
            { class: "s-bars" },
            ...answers.map(({ answer, share, share_outside: outside }) =>
              element(
                "li",
                {},
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

const topicBars = (counts, n, words, how) =>
  bars(
    Object.entries(counts).map(([topic, count]) => ({ label: how.topics?.[topic] ?? topic, count })),
    n,
    words,
  );

const valuesNamed = ({ topics, n }, _data, words, how) => topicBars(topics, n, words, how);

function marks({ values, n }, _data, words, how) {
  const counts = (key) => Object.fromEntries(Object.entries(values).map(([topic, found]) => [topic, found[key]]));
  return element(
    "div",
    {},
    element("h4", {}, words.mark_figure),
    topicBars(counts("figure"), n, words, how),
    element("h4", {}, words.mark_limit),
    topicBars(counts("limit"), n, words, how),
  );
}

function markGroups(found, _data, words, how) {
  if (!found.pairs.length) return element("p", {}, words.no_pairs);
  const name = (topic) => how.topics?.[topic] ?? topic;
  return element(
    "ul",
    { class: "s-list" },
    ...found.pairs.map(({ values: [one, other], both }) =>
      element("li", {}, fill(words.pair, { one: name(one), other: name(other), count: both })),
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
