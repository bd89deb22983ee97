// One question a screen: what a step of one theme is worth. An answer that is pressed goes on to the next theme; a key
// or the slider only answers.

import { element, put, putStyle } from "../board/dom.js";
import { rounded } from "../board/numbers.js";
import { fill, shareText } from "../board/sentences.js";
import { steadySlider } from "../board/slider.js";

const STEP = 5; // points of one press

/**
 * The screen of a theme. `screen` has {data, theme, number, first, answers, previous, next}; `give(value, pressed)` gets
 * an answer: points, or null for "I don't know"; `pressed` says that the screen may go on.
 */
export function themeScreen(screen, give, done) {
  const { data, theme, number, first } = screen;
  const { phone: words } = data;
  const answers = [...data.rules.rough].reverse().map((value) => [words[`answer_${value}`], value]);
  const press = (value) => (event) => give(value, event.detail > 0); // a click made by a key has no detail
  const buttons = [...answers, [data.words.unsure, null]].map(([label, value]) =>
    element(
      "button",
      { type: "button", class: "m-answer", "data-value": value ?? "unsure", onclick: press(value) },
      label,
    ),
  );
  const precise = slider(screen, give, done);
  const root = element(
    "div",
    { class: "m-theme", "data-theme": theme.id },
    screen.early ? element("p", { class: "m-early", role: "status" }, screen.early) : null,
    element("p", { class: "m-count" }, fill(words.count, { number, all: data.themes.length })),
    element("h2", { id: "weigh-title", tabindex: "-1" }, theme.label),
    element("p", { class: "w-quiet" }, words.about[theme.id]),
    steps(data, theme),
    first ? element("p", { class: "w-quiet m-told" }, words.told) : null,
    element("p", { class: "m-question", id: "question" }, words.question),
    element("div", { class: "m-answers", role: "group", "aria-labelledby": "question" }, ...buttons),
    element("p", { class: "m-walk" }, walkLink(words.previous, screen.previous), walkLink(words.next, screen.next)),
    precise.root,
  );
  const draw = (answer, result) => {
    for (const button of buttons) {
      const value = button.dataset.value === "unsure" ? null : Number(button.dataset.value);
      button.setAttribute("aria-pressed", String(answer === value));
    }
    root.querySelector(".m-walk a:last-child").hidden = answer === undefined;
    precise.draw(answer, result);
  };
  return { root, draw };
}

const walkLink = (label, href) => element("a", { class: "m-skip-to", href }, label);

/** From worst to best, in units, for each criterion of the theme. */
function steps({ words }, theme) {
  const arrow = () => element("span", { class: "m-arrow", "aria-hidden": "true" }, "\u2192");
  const ends = (name, worst, best) => [element("dt", {}, name), element("dd", {}, worst, arrow(), best)];
  const hear = (word, end) => element("span", {}, element("span", { class: "w-hidden" }, `${word}: `), end, " ");
  return element(
    "dl",
    { class: "m-ends" },
    ...ends(words.step, words.worst, words.best),
    ...theme.criteria.flatMap(({ short, worst, best }) =>
      ends(short, hear(words.worst, worst), hear(words.best, best)),
    ),
  );
}

/** For who cannot see the slider: the points, and what all points stand for, in units. */
export const spokenValue = ({ phone: words }, theme, value) =>
  fill(words.value_text, {
    points: value,
    ends: theme.criteria.map((criterion) => `${criterion.short} ${criterion.best}`).join(", "),
  });

/** The exact answer, behind a fold: a slider with minus and plus, and what the theme now weighs. */
function slider({ data, theme }, give, done) {
  const { words, phone, rules } = data;
  const name = fill(words.points, { name: theme.label });
  const range = element("input", {
    type: "range",
    min: 0,
    max: rules.largest,
    step: 1,
    class: "b-range",
    "aria-label": name,
  });
  steadySlider(range, (value, end) => {
    give(value, false);
    if (end) done();
  });
  const nudge = (by) => () => {
    give(Math.min(rules.largest, Math.max(0, Number(range.value) + by)), false);
    done();
  };
  const button = (text, by, word) =>
    element("button", { type: "button", class: "m-nudge", "aria-label": `${word}: ${name}`, onclick: nudge(by) }, text);
  const weight = element("p", { class: "w-weight" });
  const root = element(
    "details",
    { class: "m-precise" },
    element("summary", {}, phone.precise),
    element("div", { class: "m-control" }, button("\u2212", -STEP, words.less), range, button("+", STEP, words.more)),
    weight,
  );
  const draw = (answer, result) => {
    const value = answer == null ? 0 : rounded(answer, 0);
    if (Number(range.value) !== value) range.value = value;
    putStyle(range, "--at", `${value}%`);
    range.setAttribute("aria-valuetext", answer === null ? words.unsure : spokenValue(data, theme, value));
    const place = data.themes.indexOf(theme);
    const share = result && answer != null ? shareText(data, result, place) : null;
    const given = answer === undefined ? words.not_weighed : fill(phone.given, { points: value });
    put(weight, share ? fill(words.weight_now, { share }) : answer === null ? words.unsure : given);
  };
  return { root, draw };
}
