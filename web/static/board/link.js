// A weighing as the parts of a link, in the grammar of weighing/links.py. Only Python reads links; the marks, and what the
// check goes by, come with the board's data.

import { inOrder } from "./sum.js";

const written = (value) => value.toFixed(9).replace(/\.?0+$/, "");

/** Answers as `work-35~surroundings-100~nature-x`, in the order of the case. */
function answersText({ link }, items, answer) {
  const given = items.map((item) => [item.id, answer(item.id)]).filter(([, text]) => text !== null);
  return given.map(([id, text]) => id + link.points + text).join(link.between);
}

/** The parts that hold the answers: `w` for the themes, `c` for the criteria within them. */
export function pointsParts(data, { themes, criteria, unsure }) {
  const ordered = inOrder(data).map((place) => data.themes[place]);
  const points = (of) => (id) => (id in of ? written(of[id]) : null);
  const w = answersText(data, ordered, (id) => (unsure.includes(id) ? data.link.unsure : points(themes)(id)));
  const inside = ordered.flatMap((theme) => theme.criteria);
  const c = answersText(data, inside, points(criteria));
  return { w, ...(c && { c }) };
}

/** All parts that make the weighing: what stays while sliders move (`start`), the check, and the answers. */
export function weighingParts(data, start, points) {
  const answers = pointsParts(data, points);
  return { ...start, k: data.link.format + check(data, { ...start, ...answers }), ...answers };
}

/** Two characters over the parts that make the weighing. */
export function check({ link }, parts) {
  const there = link.checkedWhereThere.filter((key) => key in parts);
  const text = [...link.checked, ...there].map((key) => parts[key] ?? "").join(link.between);
  const found = [...text].reduce((sum, sign) => (sum * link.step + sign.codePointAt(0)) % link.prime, 0);
  const size = link.letters.length;
  return link.letters[Math.floor(found / size)] + link.letters[found % size];
}

/** The part that leaves these hard requirements out of account; none when all of them are on. */
export const requirementsPart = ({ link }, off) => (off.length ? { h: off.join(link.between) } : {});
