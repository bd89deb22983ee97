// What comes first, the values that decided it and when that flips, each in one sentence.

import { flipOnly } from "../board/flips.js";
import { decidedBy, deciding, fill, listed, markup, top } from "../board/sentences.js";

const LONGEST = 90; // signs of a headline, three lines on a small phone

/** What is said first about a result, why, and when that flips: {headline, because, flip}, as markup. `word` is the verdict
 * on these weights: without one that names a first place the totals are all that can be said. `trying`: the weights are
 * those of the dial. */
export function inShort(data, result, word, trying = false) {
  const { phone: words } = data;
  const names = { first: data.alternatives[result.first].label, top: top(data, result) };
  const own = word && word !== "undecided" ? words.result_first : words.result_highest;
  const ahead = trying ? words.result_trying : own;
  const all = deciding(data, result);
  if (!result.contenders.length) return { headline: words.result_nobody, because: all, flip: "" };
  if (result.mayBeFirst.length) return { ...dependsOn(data, result, all), flip: "" };
  const flip = flipOnly(data, result);
  if (result.contenders.length === 1) return { headline: markup(ahead, names), because: all, flip };
  if (!result.undecided) return { headline: markup(ahead, names), because: decidedBy(data, result), flip };
  return { ...together(data, result, all), flip };
}

/** The headline names all that come out almost equal, or that can be first whatever is not known, where they fit; otherwise
 * the sentence below it does. */
function together(data, { first, level, known, tied }, all) {
  const { phone: words } = data;
  const labels = [first, ...level].map((row) => data.alternatives[row].label);
  const equal = known || tied;
  const alternatives = listed(data, labels, equal ? "and" : "or");
  const headline = fill(equal ? words.result_tie : words.result_may, { alternatives });
  if (headline.length > LONGEST) return { headline: words.result_open, because: all };
  return { headline: markup("{headline}", { headline }), because: "" };
}

/** Whether the totals name a first that the verdict does not; what they leave open themselves they say more fully. */
export const isUnclear = (result, word) => word === "undecided" && !result.undecided;

/** The headline names the themes that leave it open, where they fit; otherwise the sentence below it does. */
function dependsOn(data, { unsure, mayBeFirst }, all) {
  const { phone: words } = data;
  const headline = fill(words.result_depends, { themes: unsure.map((at) => data.themes[at].inline).join("; ") });
  if (headline.length > LONGEST) return { headline: words.result_open, because: all };
  const alternatives = mayBeFirst.map((row) => data.alternatives[row].label).join(", ");
  return { headline: markup("{headline}", { headline }), because: markup(words.may_be_first, { alternatives }) };
}
