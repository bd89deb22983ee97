// The weighing board: sliders on one side, totals on the other, moving together on every input event.
// One module for the planner's page, the projector and the phone. It draws; sum.js adds up and sentences.js says it.
//
//   const board = mountBoard(root, data, points, {onCommit, onDraw, view})
//   board.update(data, points)      Python's confirmed state
//   onCommit(points)                once per release of a slider, key step, typed number or button
//   onDraw(board, result, before)   after every drawing; no result while too little is weighed

import { answersOf, asText, copied, onlyLargest } from "./answers.js";
import { drawBars } from "./bars.js";
import { makeDial } from "./dial.js";
import { button, element, enable, put, putMarkup } from "./dom.js";
import { nearestFlip } from "./flips.js";
import { rounded } from "./numbers.js";
import { deciding, noteText, spoken } from "./sentences.js";
import { watchSight } from "./sight.js";
import { answered, compare } from "./sum.js";
import { drawTheme, themeRow } from "./theme_rows.js";
import { namedBy, showVerdict, verdictPlace, waitForVerdict } from "./verdict.js";
import { drawFlowers, drawMap, drawTable, reorder } from "./views.js";

const KEPT = 100; // steps that can be undone

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
    this.opened = null;
    this.view = options.view ?? "bars";
    this.most = data.rules.largest;
    this.controls = new Map();
    this.verdict = verdictPlace(data.words);
  }

  /** Python's answer. While a hand is on a slider, what the hand says goes first. */
  update(data, points) {
    const other = JSON.stringify(data) !== JSON.stringify(this.data); // other ranges, or requirements left out
    this.data = data;
    if (other) this.dial = null;
    if (this.held) return;
    if (asText(points) !== asText(this.points)) {
      this.past.push(this.points);
      this.points = copied(points);
    } else if (!other) return;
    this.rebuild();
  }

  build() {
    const words = this.data.words;
    this.controls.clear();
    this.rows = new Map(this.data.themes.map((theme) => [theme.id, themeRow(this, theme)]));
    this.side = element("div", { class: "b-side" }, ...this.rows.values());
    this.inSight = watchSight(this.rows.values(), (row) => this.held && drawTheme(this, row.dataset.theme));
    this.undoButton = button(words.undo, () => this.undo(), "b-undo");
    this.redoButton = button(words.redo, () => this.redo(), "b-redo");
    this.dial ??= makeDial(this.data, (points, done) => this.take(points, done), { fixed: this.options.plain });
    const reset = button(words.reset, () => this.options.onReset?.(), "b-reset");
    this.side.append(element("div", { class: "b-buttons" }, this.undoButton, this.redoButton, reset));
    this.why = element("p", { class: "w-why" });
    this.flip = element("p", { class: "w-flip" });
    this.spoken = element("p", { class: "w-hidden", "aria-live": "polite" });
    this.chart = element("div", { class: "b-chart" });
    this.note = element("p", { class: "w-quiet b-note" });
    const views = this.data.views.map(([key, label]) =>
      button(label, () => this.show(key), "b-view", {
        "aria-pressed": String(key === this.view),
        "data-view": key,
      }),
    );
    const result = element(
      "div",
      { class: "b-result" },
      this.data.views.length > 1
        ? element("div", { class: "b-views", role: "group", "aria-label": words.view }, ...views)
        : null,
      this.chart,
      this.options.plain ? null : this.dial.root,
      element("div", { class: "w-reason" }, this.why, this.flip),
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

  /* ---- what hands do ---- */

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
    this.before ??= copied(this.points);
    if (!done) this.held = true;
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

  /** All points at once, from the dial. */
  take(points, done) {
    this.before ??= copied(this.points);
    this.points = copied(points);
    this.held = !done;
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
    this.named = namedBy(this.verdict);
    if (this.result && this.chart.firstChild) putMarkup(this.why, deciding(this.data, this.result, this.named));
  }

  /** A hand that let go without a last word of its slider: where it came to counts. */
  letGo() {
    if (this.held) this.commit();
  }

  commit() {
    const before = this.before;
    this.before = null;
    this.held = false;
    if (before && asText(before) !== asText(this.points)) {
      this.past.push(before);
      this.past.splice(0, Math.max(0, this.past.length - KEPT));
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
    const held = document.activeElement;
    const inside = this.root.contains(held);
    const theme = inside && held.closest("[data-theme]")?.dataset.theme;
    const group = inside && ["b-buttons", "b-views"].find((name) => held.closest(`.${name}`));
    this.build();
    if (!inside) return;
    const part = this.root.querySelector(theme ? `[data-theme="${theme}"]` : `.${group || "b-side"}`) ?? this.root;
    const same = !theme && held.classList[0] && part.querySelector(`.${held.classList[0]}:not(:disabled)`);
    const range = () => part.querySelector("input[type=range]:not(:disabled)");
    const any = (holder) => holder.querySelector("button:not(:disabled), input:not(:disabled)");
    (same || (theme && range()) || any(part) || any(this.root))?.focus();
  }

  undo() {
    this.step(this.past, this.future);
  }

  redo() {
    this.step(this.future, this.past);
  }

  step(from, to) {
    if (!from.length) return;
    to.push(this.points);
    this.points = from.pop();
    this.rebuild();
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
    const enough = Object.values(points.themes).some((value) => value > 0);
    const asked = answered(points) >= Math.min(data.rules.enough, data.themes.length);
    enable(this.undoButton, this.past.length > 0);
    enable(this.redoButton, this.future.length > 0);
    if (!enough || !asked) {
      putMarkup(this.why, data.words.one_more);
      putMarkup(this.flip, "");
      this.chart.replaceChildren();
      this.strip.replaceChildren();
      this.note.textContent = "";
      showVerdict(this.verdict, "");
      this.result = null;
      this.drawThemes();
      this.dial.draw(points, null);
      this.options.onDraw?.(this, null, null);
      return;
    }
    const result = compare(data, points);
    this.result = result;
    this.drawThemes();
    const judged = asText(points) === this.judged;
    waitForVerdict(this.verdict, !judged);
    putMarkup(this.why, deciding(data, result, judged ? this.named : null));
    putMarkup(this.flip, nearestFlip(data, result));
    const before = this.before ?? this.past.at(-1);
    const ghost = this.ghostShown && before && this.shownBefore(before) ? compare(data, before) : null;
    const views = { bars: drawBars, map: drawMap, flowers: drawFlowers, table: drawTable };
    views[this.view](this.chart, data, result, ghost, this.held);
    put(this.note, noteText(data, result, this.view));
    this.dial.draw(points, result, this.held);
    if (this.stripShown) drawBars(this.strip, data, result, null, this.held);
    this.options.onDraw?.(this, result, before ?? null);
  }

  /** The rows; while a hand moves only those in view. */
  drawThemes() {
    for (const [id, row] of this.rows) if (!this.held || this.inSight(row)) drawTheme(this, id);
  }

  /** Whether a result of these points was in view: another answer than before is no earlier state of this result. */
  shownBefore(before) {
    return answersOf(before) === answersOf(this.points) && answered(before) >= this.data.rules.enough;
  }

  /** After release: the order follows the totals, and a screen reader hears the outcome once. */
  settle() {
    if (!this.result) return;
    reorder(this.chart, this.result.order);
    reorder(this.strip, this.result.order);
    this.spoken.textContent = spoken(this.data, this.result);
  }
}
