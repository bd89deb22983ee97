// A theme held by its share of all weight instead of by points, and who has the highest total along that share.
//
// The other themes keep their ratios. A total is then a straight line in the share, so every place where another comes on
// top follows exactly; nothing is sampled. Where an effect or a weight is not known, one is on top when it is that at its
// worst. As in mcda/tipping.py and weighing/open_box.py.

import { steady } from "./numbers.js";
import { openBox } from "./open.js";
import { answered } from "./sum.js";

/** Just below all weight: with 0 points for all others nobody would know their ratios any more. */
export const MOST = 0.99999;

/** Only after every theme had its turn, and beside one that has points too. */
export const canHold = (data, points, theme) =>
  answered(points) === data.themes.length && theme in points.themes && Object.keys(points.themes).length > 1;

/** The shares of the other weighed themes among themselves; without any weight each by the number of its criteria. */
function ratios(data, points, theme) {
  const others = data.themes.filter(({ id }) => id !== theme && id in points.themes);
  const given = others.map(({ id }) => points.themes[id]);
  const parts = given.some((value) => value > 0) ? given : others.map(({ criteria }) => criteria.length);
  const all = parts.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(others.map(({ id }, place) => [id, parts[place] / all]));
}

/** The same answers with this share for a theme: points of which the largest is 100. */
export function pointsAtShare(data, points, theme, share) {
  const held = Math.min(MOST, Math.max(0, share));
  const others = ratios(data, points, theme);
  const weight = (id) => (id === theme ? held : (1 - held) * others[id]);
  const ids = Object.keys(points.themes);
  const most = Math.max(...ids.map(weight));
  const themes = Object.fromEntries(ids.map((id) => [id, steady((data.rules.largest * weight(id)) / most)]));
  return { ...points, themes };
}

/** The share of a theme among those that have points. */
export function shareOf(points, theme) {
  const all = Object.values(points.themes).reduce((sum, value) => sum + value, 0);
  return points.themes[theme] / all;
}

/** By how much one leads another at its worst, up to a positive factor, as a function of the share of a theme. `lead` is
 * that on each theme; `others` are the other weighed themes, each [place, part of them]. */
function worstLead(lead, place, others, unsure) {
  const heaviest = Math.max(...others.map(([, part]) => part));
  const at0 = others.reduce((sum, [theme, part]) => sum + part * lead[theme], 0);
  const open = unsure.reduce((sum, theme) => sum + Math.min(0, lead[theme]), 0);
  return (share) => (1 - share) * at0 + share * lead[place] + open * Math.max(share, (1 - share) * heaviest);
}

/** As points, 100 is the heaviest of all: the others up to here, the theme itself from here on. */
const turnOf = (others) => {
  const heaviest = Math.max(...others.map(([, part]) => part));
  return heaviest / (1 + heaviest);
};

/**
 * The nearest share of a weighed theme, above or below its share now, from which another may have a higher total because
 * of what is not known; null where that changes nothing up to the end. As in weighing/sooner.py.
 */
export function surelyUntil(data, result, place, above) {
  const { first, contenders, unsure, weighed, shares } = result;
  const places = data.themes.map((_, theme) => theme).filter((theme) => weighed[theme] && theme !== place);
  const rivals = contenders.filter((row) => row !== first);
  if (!rivals.length || !places.length || !unsure.length || !weighed[place]) return null;
  const given = places.map((theme) => shares[theme]);
  const parts = given.some((part) => part > 0) ? given : places.map((theme) => data.themes[theme].criteria.length);
  const all = parts.reduce((sum, part) => sum + part, 0);
  const others = places.map((theme, at) => [theme, parts[at] / all]);
  const worst = rivals.map((row) => {
    const found = worstLead(result.leads(first, row), place, others, unsure);
    return (share) => steady(found(share));
  });
  const [now, end, turn] = [shares[place], above ? 1 : 0, turnOf(others)];
  if (worst.some((lead) => lead(now) <= 0)) return null;
  const between = Math.min(now, end) < turn && turn < Math.max(now, end);
  const stops = [now, ...(between ? [turn] : []), end];
  for (const [start, stop] of stops.slice(1).map((stop, at) => [stops[at], stop])) {
    const found = worst
      .map((lead) => [lead(start), lead(stop)])
      .filter(([, b]) => b < 0)
      .map(([a, b]) => start + (stop - start) * (a / (a - b)));
    if (found.length) return above ? Math.min(...found) : Math.max(...found);
  }
  return null;
}

/**
 * From no weight to all weight on a theme: [{start, end, row}] without gaps, with the row of what has the highest total
 * there, or null where that cannot be said. Of those that are level all along, the first of now, or the first in the case.
 */
export function segments(data, points, result, theme) {
  const { tie, same } = data.rules;
  const box = openBox(data, points, result.within);
  const place = data.themes.findIndex(({ id }) => id === theme);
  const others = Object.entries(ratios(data, points, theme)).map(([id, part]) => [
    data.themes.findIndex((item) => item.id === id),
    part,
  ]);
  const turn = result.unsure.length ? [turnOf(others)] : [];

  const rows = [result.leader, ...result.contenders.filter((row) => row !== result.leader).sort((a, b) => a - b)];
  const leads = new Map(
    rows.map((row) => [
      row,
      rows
        .filter((other) => other !== row)
        .map((other) => worstLead(box.leads(row, other), place, others, result.unsure)),
    ]),
  );
  const bends = [0, ...turn, 1];
  const edges = new Set(bends);
  for (const lead of [...leads.values()].flat()) {
    for (const [from, to] of bends.slice(1).map((to, index) => [bends[index], to])) {
      const [a, b] = [lead(from), lead(to)];
      if (a * b < 0) edges.add(from + ((to - from) * a) / (a - b)); // straight between two bends
    }
  }
  const found = [];
  const sorted = [...edges].sort((a, b) => a - b);
  sorted.slice(1).forEach((end, index) => {
    const start = sorted[index];
    if (end - start <= same) return;
    const middle = (start + end) / 2;
    const row = rows.find((one) => leads.get(one).every((lead) => lead(middle) >= -tie)) ?? null;
    if (found.at(-1)?.row === row && found.length) found.at(-1).end = end;
    else found.push({ start: found.at(-1)?.end ?? 0, end, row });
  });
  found.at(-1).end = 1;
  return found;
}
