// A weighting that is tried on the wall: never the voice of the room. The one before stays in sight as a ghost.

import { element, putMarkup } from "../board/dom.js";
import { nearestFlip } from "../board/flips.js";
import { deciding, fill, totalText } from "../board/sentences.js";
import { compare, inOrder } from "../board/sum.js";
import { badge } from "./shown_parts.js";

const WIDE_ENOUGH = 4; // per cent of the bar that the number of a theme takes

const resultOf = (data, { points }) => compare(data, { themes: points, criteria: {}, unsure: [] });

/** Whose weighting it is: a named one, that of the room or of a group, or one that nobody gave. */
export function triedName(room, { profile }) {
  if (!profile) return room.words.tried_own;
  if (profile === "room") return room.words.profile_room;
  const group = /^group-(\d+)$/.exec(profile);
  if (group) return fill(room.words.profile_group, { number: group[1] });
  return room.profiles.find(({ id }) => id === profile)?.label ?? room.words.tried_own;
}

/** Totals with what each theme adds, the ghost of the one before, why the first is first and when another would be. */
export function drawTried(place, data, room, state) {
  const { words } = room;
  const result = resultOf(data, state.what_if);
  const before = state.what_if_before && resultOf(data, state.what_if_before);
  const said = [deciding(data, result, null), nearestFlip(data, result)].filter(Boolean);
  place.replaceChildren(
    element("p", { class: "z-tried-name" }, fill(words.tried_name, { name: triedName(room, state.what_if) })),
    element(
      "ul",
      { class: "s-bars" },
      ...data.alternatives.map((item, row) => totalOf(data, item, result.rows[row], before?.rows[row])),
    ),
    element("p", { class: "s-legend", "data-piece": true }, keys(data)),
    ...(before ? [element("p", { class: "s-legend", "data-piece": true }, words.exploring_ghost)] : []),
    ...said.map((html) => {
      const made = element("p", { "data-piece": true });
      putMarkup(made, html);
      return made;
    }),
  );
}

const keys = (data) =>
  inOrder(data)
    .map((place) => `${data.themes[place].number}\u00a0${data.themes[place].label}`)
    .join(" \u00b7 ");

function totalOf(data, item, row, before) {
  const parts = inOrder(data).map((place) => {
    const [width, { number }] = [row.pieces[place], data.themes[place]];
    return element("i", { style: `width:${width}%` }, width >= WIDE_ENOUGH ? String(number) : "");
  });
  return element(
    "li",
    { style: `--c:${item.colour}`, "data-piece": true },
    element("span", { class: "s-name" }, badge(item), " ", item.label),
    element(
      "span",
      { class: "s-bar z-parts", "aria-hidden": "true" },
      ...parts,
      before ? element("i", { class: "s-outside z-ghost", style: `left:${before.now}%` }) : null,
    ),
    element("b", {}, totalText(data, row)),
  );
}
