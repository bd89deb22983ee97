// What the drawings of revealed answers are made of. `data-piece` and `data-block` say where the wall may break a page.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";

export const percent = (count, all) => `${(100 * count) / Math.max(1, all)}%`;

export const why = (words, reason) =>
  element("p", { class: "s-withheld" }, words[`withheld_${reason}`] ?? words.withheld);

export const badge = (item) =>
  element("span", { class: "w-badge", style: `--c:${item.colour}`, title: item.label }, item.code);

export const themeOf = (data, id) => data.themes.find((theme) => theme.id === id) ?? { label: id };
export const alternativeOf = (data, id) => data.alternatives.find((item) => item.id === id);

/** Rows by theme in the order of the case, which a phone may shuffle in its own list. */
export const inOrder = (data, rows) => {
  const place = (id) => data.themes.find((theme) => theme.id === id)?.number ?? 0;
  return [...rows].sort((one, other) => place(one.theme) - place(other.theme));
};

/** A sentence that stands whole on a page. */
export const line = (text, className = null) => element("p", { class: className, "data-piece": true }, text);

/** The same block, at the head of a page of the wall. */
export function onNewPage(made) {
  made.setAttribute("data-break", "");
  return made;
}

/** A heading with what belongs to it: the heading goes where the last of its pieces goes. */
export const block = (title, ...parts) =>
  element("div", { "data-block": true }, title && element("h4", {}, title), ...parts);

/** Rows with a bar: {item or null, label, count, possible (as many more may be), was (a mark)}. */
export function bars(rows, n, words) {
  return element(
    "ul",
    { class: "s-bars" },
    ...rows.map(({ item, label, count, possible, was }) =>
      element(
        "li",
        { style: item ? `--c:${item.colour}` : "", "data-piece": true },
        element("span", { class: "s-name" }, item ? badge(item) : null, " ", label),
        element(
          "span",
          { class: "s-bar", "aria-hidden": "true" },
          element("i", { style: `width:${percent(count, n)}` }),
          possible > count ? element("i", { class: "s-maybe", style: `width:${percent(possible - count, n)}` }) : null,
          was === undefined ? null : element("i", { class: "s-outside", style: `left:${percent(was, n)}` }),
        ),
        element("b", {}, counted(count, possible, was, words)),
      ),
    ),
  );
}

const counted = (count, possible, was, words) => {
  if (was !== undefined) return fill(words.was_now, { was, now: count });
  return possible > count ? fill(words.to, { low: count, high: possible }) : String(count);
};
