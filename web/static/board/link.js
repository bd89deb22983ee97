// A weighing as the parts of a link, in the grammar of weighing/links.py. Only Python reads links; the marks between
// and within the items come with the board's data.

import { inOrder } from "./sum.js";

const written = (value) => value.toFixed(9).replace(/\.?0+$/, "");

/** Points as `work-35~surroundings-100`, in the order of the case. */
function pointsText({ link }, points, items) {
  const given = items.filter((item) => item.id in points);
  return given.map((item) => item.id + link.points + written(points[item.id])).join(link.between);
}

/** The parts that say the points: `w` for the themes, `c` for the criteria within them. */
export function pointsParts(data, points) {
  const themes = inOrder(data).map((place) => data.themes[place]);
  const criteria = pointsText(
    data,
    points.criteria,
    themes.flatMap((theme) => theme.criteria),
  );
  return { w: pointsText(data, points.themes, themes), ...(criteria && { c: criteria }) };
}

/** The part that leaves these hard requirements out of account; none when all of them are on. */
export const requirementsPart = ({ link }, off) => (off.length ? { h: off.join(link.between) } : {});
