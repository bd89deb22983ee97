// The weighing board: sliders on one side, totals on the other, moving together on every input event.
// One module for the planner's page, the projector and the phone. It draws; sum.js adds up and sentences.js says it.
//
//   const board = mountBoard(root, data, points, {onCommit, sorted, view})
//   board.update(data, points)      Python's confirmed state
//   onCommit(points)                once per release of a slider, key step, typed number or button
//   onDraw(board, result, before)   after every drawing; no result while too little is weighed

import { element, put, putStyle } from "./dom.js";
import { percent, rounded } from "./numbers.js";
import { deciding, fill, nearestFlip, noteText, shareText, spoken } from "./sentences.js";
import { answered, compare } from "./sum.js";
import { showVerdict, verdictPlace, waitForVerdict } from "./verdict.js";
import { drawBars, drawFlowers, drawMap, drawTable, reorder } from "./views.js";

export const STEP = 5; // points of one press
const KEPT = 100; // steps that can be undone

const copied = (points) => ({
  themes: { ...points.themes },
  criteria: { ...points.criteria },
  unsure: [...points.unsure],
});
const asText = (points) => JSON.stringify([points.themes, points.criteria, points.unsure]);
/** Which themes have points and which are not known; when that changes, other controls are needed. */
const answersOf = (points) => String([Object.keys(points.themes).sort(), "", [...points.unsure].sort()]);
const onlyLargest = (points, key, most) =>
  points[key] === most && Object.values(points).filter((value) => value === most).length === 1;

export function mountBoard(root, data, points, options = {}) {
  const board = new Board(root, data, points, options);
  board.build();
  return board;
}

class Board {
  constructor(root, data, points, options) {
    Object.assign(this, { root, data, options, points: copied(points) });
    this.past = [];
    this.future = [];
    this.ghost = null;
    this.ghostShown = true;
    this.newFrom = 0;
    this.opened = null;
    this.view = options.view ?? "bars";
    this.most = data.rules.largest;
    this.controls = new Map();
    this.verdict = verdictPlace(data.words);
  }

  /** Python's answer. While a hand is on a slider, what the hand says goes first. */
  update(data, points) {
    this.data = data;
    if (this.held) return;
    if (asText(points) === asText(this.points)) return;
    this.past.push(copied(this.points));
    this.points = copied(points);
    this.rebuild();
  }

  build() {
    const words = this.data.words;
    this.controls.clear();
    this.side = element("div", { class: "b-side" }, ...this.data.themes.map((theme) => this.themeRow(theme)));
    this.undoButton = this.button(words.undo, () => this.undo(), "b-undo");
    this.redoButton = this.button(words.redo, () => this.redo(), "b-redo");
    const reset = this.button(words.reset, () => this.options.onReset?.(), "b-reset");
    this.side.append(element("div", { class: "b-buttons" }, this.undoButton, this.redoButton, reset));
    this.why = element("p", { class: "w-why" });
    this.flip = element("p", { class: "w-flip" });
    this.spoken = element("p", { class: "w-hidden", "aria-live": "polite" });
    this.chart = element("div", { class: "b-chart" });
    this.note = element("p", { class: "w-quiet b-note" });
    const views = this.data.views.map(([key, label]) =>
      this.button(label, () => this.show(key), "b-view", {
        "aria-pressed": String(key === this.view),
        "data-view": key,
      }),
    );
    const result = element(
      "div",
      { class: "b-result" },
      element("div", { class: "w-reason" }, this.why, this.flip),
      this.data.views.length > 1
        ? element("div", { class: "b-views", role: "group", "aria-label": words.view }, ...views)
        : null,
      this.chart,
      this.note,
      this.verdict,
      this.spoken,
    );
    this.strip = element("div", { class: "b-strip", "aria-hidden": "true" });
    this.root.replaceChildren(element("div", { class: "b-board" }, this.side, result, this.strip));
    this.stripShown = getComputedStyle(this.strip).display !== "none";
    this.draw();
    this.settle();
  }

  button(label, action, className, more = {}) {
    return element("button", { type: "button", class: className, onclick: action, ...more }, label);
  }

  /* ---- the sliders ---- */

  themeRow(theme) {
    const words = this.data.words;
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
    this.fillTheme(theme, body, weight);
    return row;
  }

  fillTheme(theme, body, weight) {
    const words = this.data.words;
    if (!(theme.id in this.points.themes)) {
      const unsure = this.points.unsure.includes(theme.id);
      const largest = this.data.themes.find((other) => this.points.themes[other.id] === this.most);
      const question = fill(words.compare_to, { largest: largest.label });
      const answers = this.data.rules.rough.map((value) =>
        this.button(
          words[`short_${value}`] ?? words[`compare_${value}`],
          () => this.give(theme, null, value, true),
          "b-answer",
          { "data-value": value, "aria-label": words[`compare_${value}`], title: words[`compare_${value}`] },
        ),
      );
      answers.push(this.unsureButton(theme, "b-answer", { "aria-pressed": String(unsure) }));
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
    body.replaceChildren(this.control(theme, null, weight), this.unsureButton(theme, "b-unsure"));
    if (theme.criteria.length < 2 || this.options.plain) return;
    const open = this.opened === theme.id;
    const label = open ? words.close_theme : fill(words.open_theme, { count: theme.criteria.length });
    const toggle = this.button(label, () => this.open(theme.id), "b-open", { "aria-expanded": String(open) });
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
        this.control(theme, criterion, share),
      );
    }
    if (theme.criteria.some((criterion) => criterion.id in this.points.criteria)) {
      inside.append(this.button(words.make_equal, () => this.equal(theme), "b-equal"));
    }
    body.append(inside);
  }

  unsureButton(theme, className, more = {}) {
    const words = this.data.words;
    const name = { "aria-label": `${words.unsure}: ${theme.label}`, title: words.unsure, "data-value": "unsure" };
    const button = this.button(words.short_unsure ?? words.unsure, () => this.dontKnow(theme), className, {
      ...name,
      ...more,
    });
    if (theme.id in this.points.themes) this.controls.get(theme.id).unsure = button;
    return button;
  }

  /** A native slider, minus, plus and a number field for the same points. */
  control(theme, criterion, weight) {
    const item = criterion ?? theme;
    const name = fill(this.data.words.points, { name: item.label });
    const give = (value, done) => this.give(theme, criterion, value, done);
    const range = element("input", {
      type: "range",
      min: 0,
      max: this.most,
      step: 1,
      "aria-label": name,
      class: "b-range",
    });
    const field = element("input", {
      type: "number",
      min: 0,
      max: this.most,
      step: 1,
      inputmode: "numeric",
      "aria-label": name,
      class: "b-field",
    });
    range.addEventListener("pointerdown", () => (this.held = true));
    range.addEventListener("input", () => give(Number(range.value), false));
    range.addEventListener("change", () => give(Number(range.value), true));
    field.addEventListener("change", () => give(field.value === "" ? NaN : Number(field.value), true));
    const less = this.button("\u2212", () => give(this.valueOf(theme, criterion) - STEP, true), "b-less", {
      "aria-label": `${this.data.words.less}: ${name}`,
    });
    const more = this.button("+", () => give(this.valueOf(theme, criterion) + STEP, true), "b-more", {
      "aria-label": `${this.data.words.more}: ${name}`,
    });
    const lock = element("small", { class: "b-lock w-quiet" });
    this.controls.set(item.id, { theme, criterion, range, field, less, more, lock, weight });
    return element("div", { class: "b-control" }, less, range, more, field, lock);
  }

  valueOf(theme, criterion) {
    return criterion ? (this.points.criteria[criterion.id] ?? this.most) : this.points.themes[theme.id];
  }

  /** The points of all criteria of a theme; of one that was not opened they are all the largest. */
  inside(theme) {
    return Object.fromEntries(theme.criteria.map((item) => [item.id, this.valueOf(theme, item)]));
  }

  /** Points for a theme or criterion. The only one at 100 stays there: the largest step is 100 by construction. */
  give(theme, criterion, value, done) {
    const valid = Number.isFinite(value);
    const points = rounded(Math.min(this.most, Math.max(0, value)), 0);
    if (done && !this.before) this.before = copied(this.points);
    this.before ??= copied(this.points);
    if (valid) {
      if (criterion) {
        const inside = this.inside(theme);
        inside[criterion.id] = points;
        if (Math.max(...Object.values(inside)) === this.most) Object.assign(this.points.criteria, inside);
      } else {
        const themes = { ...this.points.themes, [theme.id]: points };
        if (Math.max(...Object.values(themes)) === this.most) {
          this.points.themes = themes;
          this.points.unsure = this.points.unsure.filter((id) => id !== theme.id);
        }
      }
    }
    if (done) this.commit();
    else this.draw();
  }

  /** The person does not know how much this step is worth. The only one at 100 stays: the others are compared to it. */
  dontKnow(theme) {
    if (onlyLargest(this.points.themes, theme.id, this.most) || this.points.unsure.includes(theme.id)) return;
    this.before = copied(this.points);
    delete this.points.themes[theme.id];
    this.points.unsure = [...this.points.unsure, theme.id].sort();
    this.commit();
  }

  /** Python's word on how sure the result is; of no use while a hand moves on. */
  judge(html) {
    if (this.held) return;
    this.judged = asText(this.points);
    showVerdict(this.verdict, html);
  }

  commit() {
    const before = this.before;
    this.before = null;
    this.held = false;
    if (before && asText(before) !== asText(this.points)) {
      this.past.push(before);
      const gone = this.past.splice(0, Math.max(0, this.past.length - KEPT)).length;
      this.newFrom = Math.max(0, this.newFrom - gone);
      this.future = [];
      if (answersOf(before) !== answersOf(this.points)) this.rebuild();
      else this.draw();
      this.settle();
      this.options.onCommit?.(copied(this.points));
    } else {
      this.draw();
    }
  }

  /** Draw everything anew and leave the keyboard where it was. */
  rebuild() {
    const theme = document.activeElement?.closest?.("[data-theme]")?.dataset.theme;
    this.build();
    const row = theme && this.root.querySelector(`[data-theme="${theme}"]`);
    (row?.querySelector("input[type=range]:not(:disabled)") ?? row?.querySelector("button:not(:disabled)"))?.focus();
  }

  undo() {
    this.step(this.past, this.future);
  }

  redo() {
    this.step(this.future, this.past);
  }

  step(from, to) {
    if (!from.length) return;
    to.push(copied(this.points));
    this.points = from.pop();
    this.build();
    this.options.onCommit?.(copied(this.points));
  }

  equal(theme) {
    this.before = copied(this.points);
    for (const criterion of theme.criteria) delete this.points.criteria[criterion.id];
    this.commit();
    this.rebuild();
  }

  open(id) {
    this.opened = this.opened === id ? null : id;
    this.rebuild();
    this.root.querySelector(`[data-theme="${id}"] .b-open`)?.focus();
  }

  show(view) {
    this.view = view;
    for (const button of this.root.querySelectorAll(".b-view")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
    this.chart.replaceChildren();
    this.draw();
  }

  toggleGhost() {
    this.ghostShown = !this.ghostShown;
    this.draw();
  }

  /* ---- drawing ---- */

  /** On every input event: numbers, bars and sentences. The order of the alternatives stays as it is. */
  draw() {
    const { data, points } = this;
    for (const control of this.controls.values()) this.drawControl(control);
    const enough = Object.values(points.themes).some((value) => value > 0);
    const asked = answered(points) >= Math.min(data.rules.enough, data.themes.length);
    this.undoButton.disabled = !this.past.length;
    this.redoButton.disabled = !this.future.length;
    if (!enough || !asked) {
      this.say(this.why, data.words.one_more);
      this.say(this.flip, "");
      this.chart.replaceChildren();
      this.strip.replaceChildren();
      this.note.textContent = "";
      showVerdict(this.verdict, "");
      this.options.onDraw?.(this, null, null);
      return;
    }
    const result = compare(data, points);
    this.result = result;
    result.shares.forEach((share, place) => {
      const control = this.controls.get(data.themes[place].id);
      if (control) put(control.weight, fill(data.words.weight_now, { share: shareText(data, result, place) }));
      data.themes[place].criteria.forEach((criterion, index) => {
        const inner = this.controls.get(criterion.id);
        const weight = share * result.within[place][index];
        if (inner) put(inner.weight, fill(data.words.weight_now, { share: percent(data, weight) }));
      });
    });
    waitForVerdict(this.verdict, asText(points) !== this.judged);
    this.say(this.why, deciding(data, result));
    this.say(this.flip, nearestFlip(data, result));
    const before = this.before ?? this.past.at(-1);
    const ghost = this.ghostShown && before && this.shownBefore(before) ? compare(data, before) : null;
    const views = { bars: drawBars, map: drawMap, flowers: drawFlowers, table: drawTable };
    views[this.view](this.chart, data, result, ghost);
    put(this.note, noteText(data, result, this.view));
    if (this.stripShown) drawBars(this.strip, data, result, null);
    this.options.onDraw?.(this, result, before ?? null);
  }

  /** From here on the result is new to who sees it: what it was before says nothing. */
  asNew() {
    this.newFrom = this.past.length;
    this.draw();
  }

  /** Whether a result of these points was in view: another answer than before is no earlier state of this result. */
  shownBefore(before) {
    const earlier = this.before ? this.past.length : this.past.length - 1;
    return (
      answersOf(before) === answersOf(this.points) &&
      earlier >= this.newFrom &&
      answered(before) >= this.data.rules.enough
    );
  }

  /** A sentence of ours with `<b>` in it; the names in it were escaped when it was made. */
  say(node, sentence) {
    if (node.sentence === sentence) return;
    node.sentence = sentence;
    node.innerHTML = sentence;
  }

  drawControl({ theme, criterion, range, field, less, more, lock, unsure }) {
    const value = this.valueOf(theme, criterion);
    const siblings = criterion ? this.inside(theme) : this.points.themes;
    const held = document.activeElement === range && this.held;
    const locked = !held && onlyLargest(siblings, criterion?.id ?? theme.id, this.most);
    const whole = String(rounded(value, 0));
    for (const input of [range, field]) if (input.value !== whole) input.value = whole;
    putStyle(range, "--at", `${value}%`);
    for (const input of [range, field, less, unsure]) if (input) input.disabled = locked;
    more.disabled = value >= this.most;
    put(lock, locked ? this.data.words.locked : "");
  }

  /** After release: the order follows the totals, and a screen reader hears the outcome once. */
  settle() {
    if (!this.result) return;
    if (this.options.sorted !== false) reorder(this.chart, this.result.order);
    reorder(this.strip, this.result.order);
    this.spoken.textContent = spoken(this.data, this.result);
  }
}
