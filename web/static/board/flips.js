// When another gets the highest total if one theme weighs more or less, in words, as in wording/flip_words.py.

import { innerDecimals, percent, rounded, steady } from "./numbers.js";
import { fill, listed, markup, top } from "./sentences.js";
import { surelyUntil } from "./share.js";
import { inOrder, tippingPoint } from "./sum.js";

/** The nearest tipping point over all themes, and why it is not the second that gets there. As in wording/flip_words.py. */
export const nearestFlip = (data, result) =>
  [flipOnly(data, result), notTheSecond(data, result)].filter(Boolean).join(" ");

/** The same without the reason, for where one sentence must do. */
export function flipOnly(data, result) {
  if (!result.known) return forAnyValue(data, result);
  if (!result.contenders.length) return "";
  if (result.mayBeFirst.length) return data.words.flip_unsure;
  if (data.themes.length === 1) return data.words.flip_only_theme;
  const { best, dark } = nearestPoint(data, result);
  if (best) return [flip(data, result, best), nearestKnown(data, dark)].filter(Boolean).join(" ");
  return !dark.length
    ? markup(data.words.flip_never, { first: data.alternatives[result.first].label })
    : forAnyValue(data, result);
}

/** Up to where the first stays on top whatever the effects are that are not known; or that nobody can say. */
function forAnyValue(data, result) {
  const { words } = data;
  const { first, contenders, unsure } = result;
  const worst = atWorst(data, first);
  const lead = contenders.length && leadAt(worst, result);
  if (!contenders.length || unsure.length || data.themes.length === 1 || steady(lead) < data.rules.near)
    return words.flip_unknown;
  const dark = [...contenders]
    .sort((a, b) => a - b)
    .flatMap((row) =>
      inOrder(data).flatMap((place) =>
        data.themes[place].criteria
          .filter(({ scores }) => scores[row] === null)
          .map(({ inline }) => `${inline} (${data.alternatives[row].code})`),
      ),
    );
  const any = dark.length > 1 ? words.flip_any_values : fill(words.flip_any_value, { effect: dark[0] });
  const values = { first: data.alternatives[first].label, top: top(data, result), any };
  const { best } = nearestPoint(worst, { ...result, leader: first });
  if (!best) return markup(words.flip_any_never, values);
  const decimals = flipDecimals(best.now, best.share);
  return markup(best.side === "upper" ? words.flip_any_more : words.flip_any_less, {
    ...values,
    theme: data.themes[best.place].inline,
    share: percent(data, best.share, decimals),
    now: percent(data, best.now, decimals),
  });
}

/** The data with every effect that is not known as bad as it can be for this row, and as good for the others. */
function atWorst(data, first) {
  const pinned = ({ ends, ...criterion }) => ({
    ...criterion,
    scores: ends.map(([lowest, highest], row) => (row === first ? lowest : highest)),
  });
  const themes = data.themes.map((theme) => ({ ...theme, criteria: theme.criteria.map(pinned) }));
  return { ...data, themes };
}

/** By how much the first then leads the other contenders at the weights of now; a lot when there are none. */
function leadAt(worst, { first, contenders, shares, within }) {
  const total = (row) =>
    worst.themes.reduce(
      (sum, { criteria }, place) =>
        sum + criteria.reduce((inside, { scores }, at) => inside + shares[place] * within[place][at] * scores[row], 0),
      0,
    );
  return total(first) - Math.max(...contenders.filter((row) => row !== first).map(total));
}

/** Of which themes nobody can say when they flip: then the flip that is said is the nearest that is known. */
function nearestKnown(data, dark) {
  if (!dark.length) return "";
  const themes = listed(
    data,
    dark.map((place) => data.themes[place].inline),
  );
  return markup(data.words.flip_nearest_known, { themes });
}

const nearest = new WeakMap(); // of a result, which several sentences and the dial ask for

/** The nearest tipping point over all themes (`best`), and the themes that nobody can say it of (`dark`). */
export function nearestPoint(data, result) {
  if (nearest.get(result)?.data !== data) nearest.set(result, { data, ...findNearest(data, result) });
  return nearest.get(result);
}

function findNearest(data, result) {
  let best = null;
  const dark = [];
  for (const place of inOrder(data)) {
    const point = tippingPoint(data, result, place);
    if (!point) {
      dark.push(place);
      continue;
    }
    for (const side of ["upper", "lower"]) {
      const distance = point[side] && Math.abs(point[side].share - point.now);
      if (point[side] && (!best || distance < best.distance - data.rules.same)) {
        best = { distance, side, place, now: point.now, ...point[side] };
      }
    }
  }
  return { best, dark };
}

/** The fewest with which the two do not look the same, nor the flip as 0% or 100%; undefined: it is on the edge. */
function flipDecimals(now, share) {
  const fewest = [0, 1].find((count) => rounded(100 * now, count) !== rounded(100 * share, count));
  return fewest === undefined ? undefined : innerDecimals(share, fewest);
}

function flip(data, result, { side, place, winner, share, now }) {
  const { words } = data;
  const decimals = flipDecimals(now, share);
  const values = {
    other: data.alternatives[winner].label,
    top: top(data, result),
    theme: data.themes[place].inline,
    share: percent(data, share, decimals),
    now: percent(data, now, decimals),
  };
  const unsure = result.unsure.includes(place);
  const weighed = side === "upper" ? words.flip_more : words.flip_less;
  const open = unsure ? words.flip_more_unsure : words.flip_more_not_yet;
  const edge = side === "upper" ? words.flip_edge_more : words.flip_edge_less;
  const near = result.weighed[place] ? edge : words.flip_edge_open;
  const far = result.weighed[place] ? weighed : open;
  const sentence = markup(decimals === undefined ? near : far, values);
  if (!result.unsure.some((theme) => theme !== place)) return sentence;
  if (unsure) return markup(words.flip_without_others, { sentence: { html: sentence } });
  const said = markup(words.flip_without_unsure, { sentence: { html: sentence } });
  return [said, flipsSooner(data, result, { side, place, share, now })].filter(Boolean).join(" ");
}

/** From which share on what is not known may already flip it; empty where that is no sooner. */
function flipsSooner(data, result, { side, place, share, now }) {
  const { words } = data;
  const above = side === "upper";
  const sooner = surelyUntil(data, result, place, above);
  if (sooner === null) return "";
  const fewest = flipDecimals(now, sooner);
  if (fewest === undefined) return words.flip_sooner_edge;
  const decimals = Math.max(flipDecimals(now, share) ?? 0, fewest);
  const named = percent(data, sooner, decimals);
  if (named === percent(data, share, decimals)) return "";
  return markup(above ? words.flip_sooner_more : words.flip_sooner_less, { share: named });
}

/** Why it is not the second in the order that is on top there; empty where it is, or where nothing flips. */
export function notTheSecond(data, result) {
  const { first, second, rows, unsure, known, contenders, mayBeFirst } = result;
  if (!known || !contenders.length || mayBeFirst.length || unsure.length || data.themes.length === 1) return "";
  const { best } = nearestPoint(data, result);
  if (!best || best.winner === first || best.winner === second) return "";
  const { side, winner } = best;
  if (!(rows[second].middle - rows[winner].middle > data.rules.small)) return "";
  const names = { other: data.alternatives[winner].label, second: data.alternatives[second].label };
  return markup(side === "upper" ? data.words.flip_past_more : data.words.flip_past_less, names);
}
