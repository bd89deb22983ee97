// The walk of a resident: an answer for each theme, in any order, and which screen an address stands for.
//
// Answers are kept as they were given: {theme: 0..100, or null for "I don't know"}. The weighing pins the largest step
// at 100, so points are the answers in proportion to the largest of them.

import { steady } from "../board/numbers.js";

export const PLACES = ["frame", "facts", "weigh", "result"];

/** Answers as a weighing; without any answer above 0 nothing is weighed. */
export function pointsOf(answers, criteria, largest) {
  const given = Object.entries(answers).filter(([, value]) => value !== null);
  const most = Math.max(0, ...given.map(([, value]) => value));
  const scaled = given.map(([theme, value]) => [theme, steady((value * largest) / most)]);
  const unsure = Object.keys(answers).filter((theme) => answers[theme] === null);
  if (!most) return { themes: {}, criteria: {}, unsure: [] };
  return { themes: Object.fromEntries(scaled), criteria, unsure: unsure.sort() };
}

/** The answers that a weighing stands for. */
export const answersOf = ({ themes, unsure }) => ({
  ...themes,
  ...Object.fromEntries(unsure.map((theme) => [theme, null])),
});

/** The answers that the browser kept with a page, if they make the same weighing as its address; otherwise null. */
export function keptAnswers(kept, points, largest, themes) {
  if (!kept || typeof kept !== "object" || Array.isArray(kept)) return null;
  const sound = ([theme, value]) => themes.includes(theme) && (value === null || (value >= 0 && value <= largest));
  if (!Object.entries(kept).every(sound)) return null;
  const made = pointsOf(kept, points.criteria, largest);
  const text = (of) => JSON.stringify([themes.map((theme) => of.themes[theme] ?? -1), [...of.unsure].sort()]);
  return text(made) === text(points) ? kept : null;
}

/** Themes without an answer, in the order of this visitor. */
export const openThemes = (themes, answers) => themes.filter((theme) => !(theme in answers));

/**
 * The theme that is asked after this one: the next, or when this one got its first answer (`fresh`) the next without an
 * answer. Null when there is none: then the result follows.
 */
export function themeAfter(themes, theme, answers, fresh) {
  const later = themes.slice(themes.indexOf(theme) + 1);
  const open = openThemes(themes, answers).filter((other) => other !== theme);
  if (!fresh && later.length) return later[0];
  return open.find((other) => later.includes(other)) ?? open[0] ?? null;
}

/** Which screen a # stands for: {step, theme}. There is no result before every theme had an answer. Null: none. */
export function placeOf(hash, themes, answers) {
  const [step, ...rest] = hash.replace(/^#/, "").split("-");
  const open = openThemes(themes, answers);
  const asked = { step: "weigh", theme: open[0] ?? themes[0] };
  if (step === "weigh") {
    const theme = rest.join("-");
    return themes.includes(theme) ? { step, theme } : asked;
  }
  if (rest.length || !PLACES.includes(step)) return null;
  return step === "result" && open.length ? asked : { step, theme: null };
}

export const hashOf = ({ step, theme }) => (theme ? `#${step}-${theme}` : `#${step}`);
