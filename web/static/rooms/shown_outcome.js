// What comes first for the room, how sure that is, and what moved between two rounds.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { alternativeOf, badge, bars, block, inOrder, line, onNewPage, themeOf, why } from "./shown_parts.js";

export function gut({ alternatives, none, beside_own: beside, n }, data, words) {
  const rows = alternatives.map(({ alternative, count }) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count };
  });
  return element(
    "div",
    {},
    bars([...rows, { label: words.gut_none, count: none }], n, words),
    beside && !beside.withheld ? line(fill(words.beside_gut, beside)) : null,
  );
}

const firstRows = (data, alternatives) =>
  alternatives.map(({ alternative, certain, possible }) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count: certain, possible };
  });

export function first({ alternatives, level, unsure, unknown, groups: parts, n }, data, words) {
  const rest = [
    [level, "first_level"],
    [unsure, "first_unsure"],
    [unknown, "first_unknown"],
  ].filter(([count]) => count);
  const open = alternatives.some(({ certain, possible }) => possible > certain);
  return element(
    "div",
    {},
    block("", bars(firstRows(data, alternatives), n, words)),
    open ? line(words.first_legend, "s-legend") : null,
    ...rest.map(([count, key]) => line(fill(words[key], { count }))),
    ...parts.map((part, place) =>
      element(
        "div",
        { class: "s-group", "data-group": place + 1, "data-block": true },
        element("h4", {}, fill(words.group, { number: place + 1, count: part.n })),
        bars(firstRows(data, part.alternatives), part.n, words),
      ),
    ),
  );
}

export function robust({ of_100: of, unsure_of_100: open, middle, acceptable, n }, data, words) {
  const rows = of.map(({ alternative, first: count }) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count };
  });
  const range = ([low, high]) => (low === high ? String(low) : fill(words.to, { low, high }));
  const near = acceptable.map((row) => {
    const item = alternativeOf(data, row.alternative);
    return element(
      "li",
      { style: `--c:${item.colour}`, "data-piece": true },
      element("span", { class: "s-name" }, badge(item), " ", item.label),
      element("span", {}, fill(words.acceptable, { near: range(row.near), last: range(row.last), n })),
    );
  });
  return element(
    "div",
    {},
    line(words.robust_about),
    bars(rows, 100, words),
    open ? line(fill(words.robust_open, { count: open })) : null,
    line(middleSaid(middle, data, words), "s-middle"),
    onNewPage(block(words.acceptable_title, element("ul", { class: "s-list" }, ...near))),
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

export function shiftThemes({ themes }, data, words) {
  return element(
    "ul",
    { class: "s-shifts" },
    ...inOrder(data, themes).map(({ theme, withheld, up, down, before, after, drawn }) => {
      const { label } = themeOf(data, theme);
      const name = element("span", { class: "s-name" }, label);
      if (withheld) return element("li", { "data-piece": true }, name, why(words, withheld));
      const round = (points, word) =>
        points &&
        element("div", { class: "s-round" }, element("small", {}, word), spread(points, `${label}, ${word}`, words));
      return element(
        "li",
        { "data-piece": true },
        name,
        round(before, words.before),
        round(after, words.after),
        up === null || down === null ? null : element("small", {}, fill(words.moved, { up, down })),
        " ",
        drawn ? element("b", {}, words[`drawn_${drawn}`]) : null,
      );
    }),
  );
}

const spread = ([low, median, high], theme, words) =>
  element(
    "div",
    { class: "s-scale s-flat", role: "img", "aria-label": fill(words.spread_spoken, { theme, low, median, high }) },
    element("i", { class: "s-box", style: `left:${low}%;width:${high - low}%` }),
    element("i", { class: "s-median", style: `left:${median}%` }),
  );

export function shiftOutcome({ moved, before, after, from_to: table, n }, data, words) {
  const rows = after?.alternatives.map(({ alternative, certain }, place) => {
    const item = alternativeOf(data, alternative);
    return { item, label: item.label, count: certain, was: before.alternatives[place].certain };
  });
  return element(
    "div",
    {},
    moved.withheld ? withheldPiece(words, moved.withheld) : line(fill(words.same_first, moved)),
    rows ? block("", bars(rows, n, words)) : null,
    rows ? line(words.was_legend, "s-legend") : null,
    table.withheld ? block(words.from_to, withheldPiece(words, table.withheld)) : fromTo(table, data, words),
  );
}

function withheldPiece(words, reason) {
  const said = why(words, reason);
  said.setAttribute("data-piece", "");
  return said;
}

function fromTo({ ids, table }, data, words) {
  const name = (id) => (id === null ? words.no_first : alternativeOf(data, id).code);
  return element(
    "table",
    { class: "w-numbers", "data-block": true },
    element("caption", {}, words.from_to),
    element(
      "thead",
      {},
      element("tr", {}, element("td", {}), ...ids.map((id) => element("th", { scope: "col" }, name(id)))),
    ),
    element(
      "tbody",
      {},
      ...table.map((row, place) =>
        element(
          "tr",
          { "data-piece": true },
          element("th", { scope: "row" }, name(ids[place])),
          ...row.map((count) => element("td", {}, count === null ? "\u00b7" : String(count))),
        ),
      ),
    ),
  );
}
