// The additive sum in the browser: weights times scores, who comes first, and when another does. sentences.js says it.
// Scores and rules come from Python, which stays the source of truth: tests/js replays what it says.
// Points: {themes: {id: 0..100}, criteria: {id: 0..100}, unsure: [id]}. A theme is weighed (it has points), or somebody
// said not to know (`unsure`), or it was not weighed yet. The last two are open: open.js says what that leaves possible.

import { steady } from "./numbers.js";
import { openBox } from "./open.js";

/** How many themes have an answer: points, or that the person does not know. */
export const answered = (points) => Object.keys(points.themes).length + points.unsure.length;

/** The places of the themes in the order of the case, which a page may show in another one. */
export const inOrder = (data) =>
  data.themes.map((_, place) => place).sort((a, b) => data.themes[a].number - data.themes[b].number);

/** Shares of the themes, and of the criteria within each theme; both sum to 1 where anything carries weight. */
export function shares(data, points) {
  const given = data.themes.map((theme) => points.themes[theme.id] ?? 0);
  const all = given.reduce((sum, value) => sum + value, 0);
  const within = data.themes.map((theme) => {
    const inside = theme.criteria.map((criterion) => points.criteria[criterion.id] ?? data.rules.largest);
    const total = inside.reduce((sum, value) => sum + value, 0);
    return inside.map((value) => value / total);
  });
  return { themes: given.map((value) => (all ? value / all : 0)), within };
}

/**
 * Totals, lowest and highest when an effect is not known; per theme the points that are certain (`pieces`), those that
 * depend on an unknown effect (`open`), and whether there is one (`unknown`); and the order.
 */
export function compare(data, points) {
  const { themes, within } = shares(data, points);
  const box = openBox(data, points, within);
  const weighed = data.themes.map((theme) => theme.id in points.themes);
  const unsure = inOrder(data).filter((place) => points.unsure.includes(data.themes[place].id));
  const rows = data.alternatives.map((_, row) => {
    const pieces = data.themes.map(() => 0);
    const open = data.themes.map(() => 0);
    const unknown = data.themes.map(() => false);
    data.themes.forEach((theme, place) => {
      theme.criteria.forEach((criterion, index) => {
        const weight = themes[place] * within[place][index];
        const score = criterion.scores[row];
        const [lowest, highest] = criterion.ends[row];
        pieces[place] += weight * lowest;
        open[place] += weight * (highest - lowest);
        unknown[place] ||= score === null && weight > 0;
      });
    });
    const certain = pieces.reduce((sum, value) => sum + value, 0);
    const most = open.reduce((sum, value) => sum + value, certain);
    const [low, high] = unsure.length ? box.range(row, unsure) : [certain, most];
    return { low, high, middle: steady((low + high) / 2), now: steady((certain + most) / 2), pieces, open, unknown };
  });
  // not in the race: nowhere better than another that fails no requirement either, as in weighing/comparison.py
  const able = (row) => !data.alternatives[row].failing;
  const inRace = (row) => able(row) && !data.alternatives[row].behind.some(able);
  const byTotal = rows
    .map((_, row) => row)
    .sort((a, b) => rows[b].middle - rows[a].middle || Number(inRace(b)) - Number(inRace(a)) || a - b);
  const contenders = byTotal.filter(able);
  const order = [...contenders, ...byTotal.filter((row) => !able(row))];
  const [first, second] = order;
  const leader = [...contenders].sort((a, b) => rows[b].now - rows[a].now || a - b)[0]; // at the weights of now
  const known = rows.every((row) => !row.unknown.some(Boolean));
  const others = contenders.slice(1);
  const rivals = others.filter(inRace);
  const lead = (row) => (unsure.length ? box.lead(first, [row], unsure) : rows[first].low - rows[row].high);
  // no value of what is not known gives it the highest total: another is then at least half a point ahead
  const surelyBehind = (row) =>
    contenders.some((other) => inRace(other) && steady(rows[other].low - rows[row].high) >= data.rules.near);
  // not to be told apart from the first
  const level = rivals.filter((row) => steady(lead(row)) < data.rules.near && !surelyBehind(row));
  const tied = level.length > 0 && !unsure.length && [first, ...level].every((row) => !rows[row].unknown.some(Boolean));
  const undecided = level.length > 0 || !contenders.length;
  const passedOver = contenders.length ? byTotal.slice(0, byTotal.indexOf(first)) : [];
  const open = inOrder(data).filter((place) => !weighed[place]);
  const firsts =
    unsure.length && undecided
      ? box.firsts(
          contenders.filter(inRace).sort((a, b) => a - b),
          unsure,
        )
      : [];
  const mayBeFirst = firsts.length > 1 ? firsts : [];
  const canChange =
    open.length > 0 && others.length > 0 && (undecided || box.lead(first, others, open) < -data.rules.tie);
  const result = {
    shares: themes,
    within,
    rows,
    order,
    contenders,
    passedOver,
    first,
    second,
    level,
    known,
    undecided,
    tied,
    leader,
  };
  const changesBeyond = (themes) => box.beyond(first, others, themes);
  const { given, leads } = box;
  return { ...result, weighed, open, unsure, mayBeFirst, canChange, changesBeyond, given, leads };
}

/**
 * When another comes first if only one theme weighs more or less: `lower` and `upper` are {share, winner}, or null for
 * never. Null as a whole where an effect would start to count that is not known. As in mcda/tipping.py.
 */
export function tippingPoint(data, result, place) {
  const at0 = totalsOf(data, result, (theme) => theme !== place);
  const at1 = totalsOf(data, result, (theme) => theme === place);
  if (!at0 || !at1) return null;
  const now = result.shares[place];
  const lower = takeover(data.rules, result, at1, at0, 1 - now);
  return {
    now,
    lower: lower && { ...lower, share: 1 - lower.share },
    upper: takeover(data.rules, result, at0, at1, now),
  };
}

/** Totals if only these themes weigh, in their proportions of now; without any, each by the number of its criteria. */
function totalsOf(data, result, mine) {
  const parts = data.themes.flatMap((theme, place) =>
    mine(place)
      ? theme.criteria.map(({ scores }, index) => {
          const inside = result.within[place][index];
          return [scores, result.shares[place] * inside, inside * theme.criteria.length];
        })
      : [],
  );
  const all = parts.reduce((sum, [, weight]) => sum + weight, 0);
  const counted = (all ? parts : parts.map(([scores, , weight]) => [scores, weight])).filter(([, weight]) => weight);
  if (counted.some(([scores]) => scores.includes(null))) return null;
  const sum = (row) => counted.reduce((total, [scores, weight]) => total + weight * scores[row], 0);
  return data.alternatives.map((_, row) => sum(row) / (all || parts.length));
}

/** The nearest share from `now` on at which another alternative passes the first, on straight lines from 0 to 1. */
function takeover({ tie, same }, { leader: first, contenders }, at0, at1, now) {
  let best = null;
  for (const winner of [...contenders].sort((a, b) => a - b)) {
    const [lead0, lead1] = [at0[first] - at0[winner], at1[first] - at1[winner]];
    if (lead1 >= 0 || (Math.abs(lead0) <= tie && -lead1 <= tie)) continue;
    const share = Math.max(now, lead0 / (lead0 - lead1));
    if (share >= 1 - same) continue;
    // Of those that pass at the same share, the steepest line is on top from there on.
    const nearer = !best || share < best.share - same;
    if (nearer || (share <= best.share + same && at1[winner] > at1[best.winner] + tie)) best = { share, winner };
  }
  return best;
}
