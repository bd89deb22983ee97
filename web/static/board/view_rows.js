// A row for each alternative in a view of a result: its name, its total, and what it was.

import { element, hide, put } from "./dom.js";
import { fill, totalText } from "./sentences.js";

const MANY = 4; // alternatives that have room for a name of two lines
const CROWD = 7; // that have room for high bars

export const percent = (value) => `${Math.max(0, value).toFixed(3)}%`;

/** Whether a total is a range, which is longer than a number. */
export const markRanges = (root, rows) =>
  root.toggleAttribute(
    "data-ranges",
    rows.some(({ parts }) => parts.total.hasAttribute("data-range")),
  );

/** The rows of a view by alternative; made when the view is empty or of another kind. What changes in a row is looked up
 * once, as `node.parts`: to search it at every frame costs more than to draw it. */
export function rowsOf(root, kind, data, make, parts) {
  if (root.dataset.kind !== kind || root.children.length === 0) {
    root.dataset.kind = kind;
    root.replaceChildren(...make());
    root.toggleAttribute("data-many", data.alternatives.length > MANY);
    root.toggleAttribute("data-crowd", data.alternatives.length > CROWD);
  }
  const rows = new Map([...root.children].map((row) => [row.dataset.alternative, row]));
  return data.alternatives.map(({ id }) => {
    const row = rows.get(id);
    row.parts ??= { ...totalParts(row), ...parts(row) };
    return row;
  });
}

const totalParts = (row) => ({
  total: row.querySelector(".w-bar-total b"),
  was: row.querySelector(".w-bar-total small"),
  first: row.querySelector(".w-first"),
});

/** Code and name, with room for "highest"; an alternative that fails a hard requirement is marked instead. */
export function nameOf(item, words) {
  const badge = element("span", { class: "w-badge" }, item.code);
  const mark = item.failing ? element("span", { class: "w-fails" }, words.fails) : null;
  return element(
    "div",
    { class: "w-bar-name" },
    badge,
    " ",
    element("span", { class: "w-name", title: item.label }, item.label),
    " ",
    element("span", { class: "w-first", hidden: true }, words.highest),
    mark,
  );
}

export function totalOf() {
  return element("div", { class: "w-bar-total" }, element("b"), element("small"));
}

/** What every view shows per alternative: the total, what it was, and whether it is the highest or can be first. */
export function drawTotal(node, data, result, ghost, row) {
  const { total, was, first } = node.parts;
  put(total, totalText(data, result.rows[row]));
  total.toggleAttribute("data-range", /\s/.test(total.textContent));
  const earlier = ghost ? totalText(data, ghost.rows[row]) : "";
  put(was, ghost ? fill(data.words.was, { total: earlier }) : "");
  was.toggleAttribute("data-range", /\s/.test(earlier));
  const may = result.mayBeFirst.includes(row);
  hide(first, !may && (row !== result.first || result.undecided || result.passedOver.length > 0));
  first.toggleAttribute("data-may", may);
  put(first, may ? data.words.may_be_first : data.words.highest);
}
