// Every weighting that is still possible, as in weighing/open_box.py: the weighed themes keep their ratios, each open
// theme gets 0 to 100 points. A total is then a ratio of two linear functions of those points, so its lowest lies at a
// corner of the box, and there the lowest values have all their points. Effects that are not known count at their worst.

import { steady } from "./numbers.js";

export function openBox(data, points, within) {
  const given = data.themes.map((theme) => points.themes[theme.id] ?? 0);
  const sum = given.reduce((all, value) => all + value, 0);
  const most = data.rules.largest;
  const scores = (end) =>
    data.alternatives.map((_, row) =>
      data.themes.map((theme, place) =>
        theme.criteria.reduce((all, criterion, index) => all + within[place][index] * criterion.ends[row][end], 0),
      ),
    );
  const [low, high] = [scores(0), scores(1)];

  /** The lowest weighted mean of one value per theme, over all points of the open themes. */
  function lowest(values, open) {
    let total = given.reduce((all, weight, place) => all + weight * values[place], 0);
    let weight = sum;
    let found = total / weight;
    for (const value of open.map((place) => values[place]).sort((a, b) => a - b)) {
      total += most * value;
      weight += most;
      found = Math.min(found, total / weight);
    }
    return found;
  }

  const leads = (first, other) => low[first].map((value, place) => value - high[other][place]);
  return {
    given: sum,

    /** By how much one leads another on each theme, effects that are not known at their worst for it. */
    leads,

    /** The lowest and the highest total of an alternative. */
    range: (row, open) => [
      lowest(low[row], open),
      -lowest(
        high[row].map((value) => -value),
        open,
      ),
    ],

    /** The smallest lead of `first` over any of the others. */
    lead: (first, others, open) => Math.min(...others.map((other) => lowest(leads(first, other), open))),

    /** Whether an open theme, with ever more points than the largest, takes the lead of `first` away. */
    beyond: (first, others, open) =>
      others.some((other) => open.some((place) => leads(first, other)[place] < -data.rules.tie)),

    /** Rivals that certainly come first at some corner, unknown effects in the middle; there may be more of them. */
    firsts(rivals, open) {
      const found = new Set();
      const corners = rivals.flatMap((one) =>
        rivals.map((other) => {
          const lead = leads(one, other);
          return open.filter((place) => lead[place] < 0);
        }),
      );
      for (const corner of new Map(corners.map((places) => [String(places), places])).values()) {
        const weights = given.map((weight, place) => weight + (corner.includes(place) ? most : 0));
        const all = weights.reduce((total, weight) => total + weight, 0);
        const totals = rivals.map((row) =>
          steady(
            weights.reduce(
              (total, weight, place) => total + (weight * (low[row][place] + high[row][place])) / 2 / all,
              0,
            ),
          ),
        );
        found.add(rivals[totals.indexOf(Math.max(...totals))]);
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}
