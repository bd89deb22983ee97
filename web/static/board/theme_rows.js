// The rows of the board: the step of a theme in units, and a slider, two buttons and a number for its points.
// They write into the board (give, dontKnow, open, equal) and never keep an answer themselves.

import { onlyLargest } from "./answers.js";
import { button, element, enable, put, putStyle } from "./dom.js";
import { percent, rounded } from "./numbers.js";
import { fill, shareText } from "./sentences.js";
import { steadySlider } from "./slider.js";

export const STEP = 5; // points of one press

export function themeRow(board, theme) {
  const words = board.data.words;
  const weight = element("span", { class: "w-weight" });
  const head = element(
    "div",
    { class: "w-step-head" },
    element(
      "span",
      { title: theme.label },
      element("span", { class: "w-key", "aria-hidden": "true" }, String(theme.number)),
      " ",
      element("b", {}, theme.label),
    ),
    weight,
  );
  const rows = theme.criteria.map((criterion) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, criterion.short),
      element("td", {}, criterion.worst),
      element("td", { class: "w-arrow", "aria-hidden": "true" }, "\u2192"),
      element("td", {}, criterion.best),
    ),
  );
  const heads = element(
    "tr",
    {},
    element("td"),
    element("th", { scope: "col" }, words.worst),
    element("td"),
    element("th", { scope: "col" }, words.best),
  );
  const ends = element(
    "table",
    { class: "w-ends" },
    element("caption", { class: "w-hidden" }, `${words.step}: ${theme.label}`),
    element("thead", {}, heads),
    element("tbody", {}, ...rows),
  );
  const body = element("div", { class: "b-body" });
  const row = element(
    "section",
    { class: "b-theme", "data-theme": theme.id, "aria-label": theme.label },
    head,
    ends,
    body,
  );
  fillTheme(board, theme, body, weight);
  return row;
}

function fillTheme(board, theme, body, weight) {
  const words = board.data.words;
  if (!(theme.id in board.points.themes)) {
    const unsure = board.points.unsure.includes(theme.id);
    const largest = board.data.themes.find((other) => board.points.themes[other.id] === board.most);
    const question = fill(words.compare_to, { largest: largest.label });
    const answers = board.data.rules.rough.map((value) =>
      button(
        answerLabel(words, String(value), words[`compare_${value}`]),
        () => board.give(theme, null, value, true),
        "b-answer",
        { "data-value": value, "aria-label": words[`compare_${value}`], title: words[`compare_${value}`] },
      ),
    );
    answers.push(unsureButton(board, theme, "b-answer", { "aria-pressed": String(unsure) }));
    weight.className = "w-tag";
    weight.textContent = unsure ? words.unsure : words.not_weighed;
    body.replaceChildren(
      element(
        "div",
        { class: "b-rough", role: "group", "aria-label": question },
        element("small", {}, unsure ? words.unsure_about : question),
        ...answers,
      ),
    );
    return;
  }
  body.replaceChildren(control(board, theme, null, weight), unsureButton(board, theme, "b-unsure"));
  if (theme.criteria.length < 2 || board.options.plain) return;
  const open = board.opened === theme.id;
  const label = open ? words.close_theme : fill(words.open_theme, { count: theme.criteria.length });
  const toggle = button(label, () => board.open(theme.id), "b-open", { "aria-expanded": String(open) });
  body.append(toggle);
  if (!open) return;
  const inside = element("div", { class: "b-inside" });
  for (const criterion of theme.criteria) {
    const share = element("span", { class: "w-weight" });
    inside.append(
      element("div", { class: "w-step-head" }, element("span", {}, criterion.label), share),
      element(
        "div",
        { class: "w-inner-ends" },
        element("span", {}, criterion.worst),
        element("span", { "aria-hidden": "true" }, "\u2192"),
        element("span", {}, criterion.best),
      ),
      control(board, theme, criterion, share),
    );
  }
  if (theme.criteria.some((criterion) => criterion.id in board.points.criteria)) {
    inside.append(button(words.make_equal, () => board.equal(theme), "b-equal"));
  }
  body.append(inside);
}

/** What stands on an answer: its words, and where the page has one a sign for them; the page shows one of the two. */
function answerLabel(words, value, long) {
  const short = words[`short_${value}`];
  if (!short) return long;
  const label = document.createDocumentFragment();
  label.append(element("span", { class: "b-short" }, short), element("span", { class: "b-long" }, long));
  return label;
}

function unsureButton(board, theme, className, more = {}) {
  const words = board.data.words;
  const name = { "aria-label": `${words.unsure}: ${theme.label}`, title: words.unsure, "data-value": "unsure" };
  const made = button(answerLabel(words, "unsure", words.unsure), () => board.dontKnow(theme), className, {
    ...name,
    ...more,
  });
  if (theme.id in board.points.themes) board.controls.get(theme.id).unsure = made;
  return made;
}

/** A native slider, minus, plus and a number field for the same points. */
function control(board, theme, criterion, weight) {
  const item = criterion ?? theme;
  const name = fill(board.data.words.points, { name: item.label });
  const give = (value, done) => board.give(theme, criterion, value, done);
  const range = element("input", {
    type: "range",
    min: 0,
    max: board.most,
    step: 1,
    "aria-label": name,
    class: "b-range",
  });
  const field = element("input", {
    type: "number",
    min: 0,
    max: board.most,
    step: 1,
    inputmode: "numeric",
    "aria-label": name,
    class: "b-field",
  });
  range.addEventListener("pointerdown", () => (board.held = true));
  for (const end of ["pointerup", "pointercancel"]) range.addEventListener(end, () => setTimeout(() => board.letGo()));
  steadySlider(range, give);
  field.addEventListener("change", () => give(field.value === "" ? NaN : Number(field.value), true));
  const less = button("\u2212", () => give(board.valueOf(theme, criterion) - STEP, true), "b-less", {
    "aria-label": `${board.data.words.less}: ${name}`,
  });
  const more = button("+", () => give(board.valueOf(theme, criterion) + STEP, true), "b-more", {
    "aria-label": `${board.data.words.more}: ${name}`,
  });
  const lock = element("small", { class: "b-lock w-quiet" });
  board.controls.set(item.id, { theme, criterion, range, field, less, more, lock, weight });
  return element("div", { class: "b-control" }, less, range, more, field, lock);
}

/** The points and weights of a theme and of its criteria as they are now. */
export function drawTheme(board, id) {
  const { data, result, controls } = board;
  const place = data.themes.findIndex((theme) => theme.id === id);
  const weigh = (key, share) => {
    const control = controls.get(key);
    if (!control) return;
    drawControl(board, control);
    if (result) put(control.weight, fill(data.words.weight_now, { share: share() }));
  };
  weigh(id, () => shareText(data, result, place));
  data.themes[place].criteria.forEach((criterion, index) => {
    weigh(criterion.id, () => percent(data, result.shares[place] * result.within[place][index]));
  });
}

/** The points of a control as they are now; nothing that takes room comes or goes while a hand moves. */
function drawControl(board, { theme, criterion, range, field, less, more, lock, unsure }) {
  const value = board.valueOf(theme, criterion);
  const whole = String(rounded(value, 0));
  for (const input of [range, field]) if (input.value !== whole) input.value = whole;
  putStyle(range, "--at", `${value}%`);
  enable(more, value < board.most);
  if (board.held) return;
  const siblings = criterion ? board.inside(theme) : board.points.themes;
  const locked = onlyLargest(siblings, criterion?.id ?? theme.id, board.most);
  for (const input of [range, field, less, unsure]) if (input) enable(input, !locked);
  put(lock, locked ? board.data.words.locked : "");
}
