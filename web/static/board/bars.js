// A result as bars: a piece for each theme, which together make the total. Themes stand in the order of the case.

import { element, hide, putStyle } from "./dom.js";
import { shown } from "./numbers.js";
import { inOrder } from "./sum.js";
import { drawTotal, markRanges, nameOf, percent, rowsOf, totalOf } from "./view_rows.js";

let sizes; // one watch on all tracks

/** The least width of a piece, in per cent of its track, that has room for its number: known beforehand, because who asks
 * the browser at every frame waits for it at every frame. */
function measure(changes) {
  for (const { target } of changes) for (const number of target.numbers) hide(number, false);
  for (const { target, contentRect } of changes) {
    const widths = target.numbers.map((number) => number.offsetWidth); // 0 where its piece is not there
    target.least = widths.map((width) => (100 * (width || Math.max(...widths))) / contentRect.width);
  }
  for (const { target } of changes) showNumbers(target);
}

function showNumbers({ least, widths, numbers }) {
  if (least) for (const [at, number] of numbers.entries()) hide(number, widths[at] < least[at]);
}

/** `held`: a hand moves, and what only a pointer at rest would show waits. */
export function drawBars(root, data, result, ghost, held = false) {
  const places = inOrder(data);
  const rows = rowsOf(root, "bars", data, () => data.alternatives.map((item) => row(item, data, places)), partsOf);
  rows.forEach((node, row) => {
    const found = result.rows[row];
    const { track, all, pieces, unknown, range, mark } = node.parts;
    const certain = sum(found.pieces);
    // a total that is a range: filled to its low end, and from there on the box of the range
    const part = result.unsure.length && certain > 0 ? found.low / certain : 1;
    const open = result.unsure.length ? 0 : sum(found.open);
    track.widths = [...places.map((place) => part * found.pieces[place]), open];
    const whole = sum(track.widths);
    // two styles for all pieces: each with one of its own would have the browser work out the style of each
    putStyle(all, "width", percent(whole));
    putStyle(
      all,
      "grid-template-columns",
      track.widths.map((width) => percent((100 * width) / (whole || 1))).join(" "),
    );
    showNumbers(track);
    places.forEach((place, at) => {
      const points = found.pieces[place];
      hide(pieces[at], points <= 0);
      if (held) return;
      pieces[at].title = `${data.themes[place].label}: ${shown(data, points, 1)}`;
      pieces[at].dataset.points = shown(data, points, 1);
    });
    hide(unknown, !open);
    hide(range, !result.unsure.length);
    if (!range.hidden) {
      putStyle(range, "left", percent(found.low));
      putStyle(range, "width", percent(found.high - found.low));
    }
    hide(mark, !ghost);
    if (ghost) putStyle(mark, "width", percent(ghost.rows[row].middle));
    drawTotal(node, data, result, ghost, row);
  });
  markRanges(root, rows);
}

const sum = (values) => values.reduce((all, value) => all + value, 0);

function row(item, data, places) {
  const pieces = places.map((place, at) =>
    element(
      "span",
      { class: "w-piece", style: `grid-column:${at + 1}` },
      element("span", {}, String(data.themes[place].number)),
    ),
  );
  const unknown = element("span", { class: "w-piece w-unknown", style: `grid-column:${places.length + 1}` });
  const track = element(
    "div",
    { class: `w-bar-track w-bar-live w-pattern-${item.pattern}`, "aria-hidden": "true" },
    element("span", { class: "w-pieces" }, ...pieces, unknown),
    element("span", { class: "w-range" }),
    element("span", { class: "w-ghost" }),
  );
  track.numbers = pieces.map((piece) => piece.firstChild);
  sizes ??= new ResizeObserver(measure);
  sizes.observe(track);
  return element(
    "div",
    { class: "w-bar-row", "data-alternative": item.id, style: `--c:${item.colour}` },
    nameOf(item, data.words),
    track,
    totalOf(),
  );
}

const partsOf = (node) => ({
  track: node.querySelector(".w-bar-track"),
  all: node.querySelector(".w-pieces"),
  pieces: [...node.querySelectorAll(".w-piece:not(.w-unknown)")],
  unknown: node.querySelector(".w-unknown"),
  range: node.querySelector(".w-range"),
  mark: node.querySelector(".w-ghost"),
});
