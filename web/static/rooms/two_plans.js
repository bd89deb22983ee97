// Two plans beside each other, theme by theme: what they do, whatever anybody weighs.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { compare, inOrder } from "../board/sum.js";
import { alternativeOf, badge } from "./shown_parts.js";

/** The two that come first most often; of equals the first in the order of the case. Null where there are no two. */
export function twoOf(data, of) {
  const place = (id) => data.alternatives.findIndex((item) => item.id === id);
  const rows = [...of].sort(
    (one, other) => other.first - one.first || place(one.alternative) - place(other.alternative),
  );
  return rows.length < 2 ? null : rows.slice(0, 2).map(({ alternative }) => alternativeOf(data, alternative));
}

/** How well a plan does on a theme, 0 to 100, with all effects of the theme as heavy; null when one is not known. */
export function scoreOn(data, within, place, item) {
  const row = data.alternatives.indexOf(item);
  const scores = data.themes[place].criteria.map((criterion) => criterion.scores[row]);
  if (scores.includes(null)) return null;
  return scores.reduce((sum, score, at) => sum + within[place][at] * score, 0);
}

export function drawTwo(place, data, of, words) {
  const two = of && twoOf(data, of);
  if (!two) return place.replaceChildren();
  const { within } = compare(data, { themes: {}, criteria: {}, unsure: [] });
  const bar = (theme, item) => {
    const score = scoreOn(data, within, theme, item);
    return element(
      "div",
      { style: `--c:${item.colour}` },
      badge(item),
      element(
        "span",
        { class: "s-bar", "aria-hidden": "true" },
        score === null ? null : element("i", { style: `width:${score}%` }),
      ),
      element("b", {}, score === null ? "?" : String(Math.round(score))),
    );
  };
  place.replaceChildren(
    element(
      "div",
      { "data-block": true, "data-break": true },
      element("h3", {}, fill(words.two_title, { one: two[0].label, other: two[1].label })),
      element("p", { class: "s-legend" }, words.two_about),
      ...inOrder(data).map((theme) =>
        element(
          "div",
          { class: "z-two", "data-piece": true },
          element("span", { class: "s-name" }, data.themes[theme].label),
          ...two.map((item) => bar(theme, item)),
        ),
      ),
    ),
  );
}
