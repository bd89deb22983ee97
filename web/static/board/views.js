// How a result looks beside the bars: value chart, flowers, table. Each view is drawn once and then only changed.
// Themes stand in the order of the case, so that their numbers run on, also where the page asks for them in another one.

import { element, hide, put, putStyle } from "./dom.js";
import { pointsFrom, scoreOn, scoreText, shareText, tableHelp, totalText } from "./sentences.js";
import { inOrder } from "./sum.js";
import { drawTotal, markRanges, nameOf, percent, rowsOf, totalOf } from "./view_rows.js";

/** Column width is the weight, fill height the score: the filled part of a row is its total. */
export function drawMap(root, data, result, ghost) {
  const rows = rowsOf(
    root,
    "map",
    data,
    () => {
      const heads = data.themes.map((theme) =>
        element(
          "div",
          { class: "w-map-theme", title: theme.label },
          element("span", { class: "w-key" }, String(theme.number)),
          element("span", { class: "w-map-label" }, theme.label),
          element("span", { class: "w-map-share" }),
        ),
      );
      const head = element(
        "div",
        { class: "w-map-row w-map-head", "aria-hidden": "true" },
        element("div", { class: "w-map-name" }),
        element("div", { class: "w-map-cells" }, ...heads),
        element("div", { class: "w-bar-total" }),
      );
      const made = data.alternatives.map((item) => {
        const cells = data.themes.map(() =>
          element(
            "div",
            { class: "w-map-cell" },
            element("span", { class: "w-map-number" }),
            element("span", { class: "w-map-bar" }, element("span", { class: `w-map-fill w-pattern-${item.pattern}` })),
          ),
        );
        return element(
          "div",
          { class: "w-map-row", "data-alternative": item.id, style: `--c:${item.colour}` },
          nameOf(item, data.words),
          element("div", { class: "w-map-cells", "aria-hidden": "true" }, ...cells),
          totalOf(),
        );
      });
      return [head, ...made];
    },
    (node) => ({
      cells: [...node.querySelectorAll(".w-map-cell")],
      bars: [...node.querySelectorAll(".w-map-fill")],
      numbers: [...node.querySelectorAll(".w-map-number")],
    }),
  );
  putStyle(root, "--columns", result.shares.map((share) => `minmax(0,${share.toFixed(5)}fr)`).join(" "));
  root.querySelectorAll(".w-map-theme").forEach((node, place) => {
    hide(node, result.shares[place] === 0);
    put(node.querySelector(".w-map-share"), shareText(data, result, place));
  });
  rows.forEach((node, row) => {
    const { cells, bars, numbers } = node.parts;
    cells.forEach((cell, place) => {
      const score = scoreOn(result, result.rows[row], place);
      const told = `${data.themes[place].label}: ${scoreText(data, score)}`;
      hide(cell, result.shares[place] === 0);
      if (cell.title !== told) cell.title = told;
      bars[place].classList.toggle("w-unknown", score === null);
      putStyle(bars[place], "height", percent(score ?? 100));
      put(numbers[place], scoreText(data, score));
    });
    drawTotal(node, data, result, ghost, row);
  });
  markRanges(root, rows);
}

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A petal as a slice around the middle: its angle is the weight, its length the score. */
function petal(from, to, score) {
  const at = (angle, radius) => `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`;
  const radius = 8 + 0.9 * score;
  const large = to - from > Math.PI ? 1 : 0;
  const end = to - from > 2 * Math.PI - 1e-6 ? to - 1e-4 : to;
  return `M 0 0 L ${at(from, radius)} A ${radius} ${radius} 0 ${large} 1 ${at(end, radius)} Z`;
}

/** One flower per alternative. A picture beside the bars, not instead of them: lengths are easier to compare. */
export function drawFlowers(root, data, result, ghost) {
  const rows = rowsOf(
    root,
    "flowers",
    data,
    () =>
      data.alternatives.map((item) => {
        const picture = svg("svg", { viewBox: "-104 -104 208 208", class: "w-flower", role: "img" });
        picture.append(
          svg("title"),
          svg("circle", { r: 98, class: "w-flower-rim" }),
          svg("circle", { r: 53, class: "w-flower-rim" }),
        );
        picture.append(...data.themes.map(() => svg("path", { class: "w-petal" })));
        picture.append(...data.themes.map(() => svg("text", { class: "w-petal-number" })));
        return element(
          "figure",
          { class: "w-flower-row", "data-alternative": item.id, style: `--c:${item.colour}` },
          picture,
          element("figcaption", {}, nameOf(item, data.words), totalOf()),
        );
      }),
    (node) => ({
      paths: [...node.querySelectorAll(".w-petal")],
      labels: [...node.querySelectorAll(".w-petal-number")],
      title: node.querySelector("title"),
    }),
  );
  rows.forEach((node, row) => {
    const { paths, labels, title } = node.parts;
    let from = 0;
    for (const place of inOrder(data)) {
      const share = result.shares[place];
      const to = from + 2 * Math.PI * share;
      const score = scoreOn(result, result.rows[row], place);
      paths[place].setAttribute("d", score === null ? "" : petal(from, to, score));
      put(labels[place], data.themes[place].number + (result.rows[row].unknown[place] ? "?" : ""));
      const middle = (from + to) / 2;
      labels[place].setAttribute("x", (90 * Math.sin(middle)).toFixed(1));
      labels[place].setAttribute("y", (-90 * Math.cos(middle) + 5).toFixed(1));
      labels[place].style.display = share > 0.04 ? "" : "none";
      from = to;
    }
    const item = data.alternatives[row];
    put(title, `${item.label}: ${totalText(data, result.rows[row])}`);
    drawTotal(node, data, result, ghost, row);
  });
  markRanges(root, rows);
}

/** The same numbers as text: contributions in points, which add up to the total. */
export function drawTable(root, data, result) {
  root.dataset.kind = "table";
  const words = data.words;
  const help = tableHelp(data, result);
  const heads = data.alternatives.map((item) =>
    element(
      "th",
      { scope: "col" },
      element("span", { class: "w-badge", style: `--c:${item.colour}` }, item.code),
      " ",
      element("span", { class: "w-long" }, item.label),
    ),
  );
  const body = inOrder(data).map((place) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, data.themes[place].label),
      element("td", {}, result.unsure.includes(place) ? words.unsure : shareText(data, result, place)),
      ...result.rows.map((_, row) => element("td", {}, pointsFrom(data, result, row, place))),
    ),
  );
  const totals = result.rows.map((row) => element("td", {}, element("b", {}, totalText(data, row, 1))));
  const table = element(
    "table",
    { class: "w-plain w-numbers" },
    element("caption", {}, help),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, words.theme),
        element("th", { scope: "col" }, words.weight),
        ...heads,
      ),
    ),
    element(
      "tbody",
      {},
      ...body,
      element("tr", { class: "w-sum" }, element("th", { scope: "row" }, words.total), element("td"), ...totals),
    ),
  );
  root.replaceChildren(element("div", { class: "w-scroll", tabindex: 0, role: "region", "aria-label": help }, table));
}

/** Put the rows in this order; they glide there in 200 ms, or jump for who asked for less motion. */
export function reorder(root, order) {
  const rows = [...root.querySelectorAll(":scope > [data-alternative]")];
  if (!rows.length) return;
  const before = new Map(rows.map((row) => [row, row.getBoundingClientRect()]));
  const sorted = order.map((place) => rows.find((row) => Number(row.dataset.place ?? rows.indexOf(row)) === place));
  rows.forEach((row, place) => {
    row.dataset.place ??= place;
  });
  if (sorted.every((row, place) => row === rows[place])) return;
  root.append(...sorted);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const row of sorted) {
    const from = before.get(row);
    const to = row.getBoundingClientRect();
    const move = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    row.animate([{ transform: move }, { transform: "none" }], { duration: 200, easing: "ease-out" });
  }
}
