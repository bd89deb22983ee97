// The dial: one theme held by its share of all weight. The bar shows who has the highest total from 0% to 100%, the knob
// where it is now. While a hand moves only classes and one number change: the names and tiles of all plans lie on top of
// each other, so that nothing moves. It keeps no answer: it gives points, and draws those it gets.

import { asText, onlyLargest } from "./answers.js";
import { button, element, hide, put, putStyle } from "./dom.js";
import { nearestPoint } from "./flips.js";
import { innerDecimals, percent, rounded } from "./numbers.js";
import { fill } from "./sentences.js";
import { canHold, pointsAtShare, segments, shareOf } from "./share.js";
import { steadySlider } from "./slider.js";
import { inOrder } from "./sum.js";

export const STEP = 0.01; // of all weight, at one key
const [FINE, LONG] = [0.001, 0.1];
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: LONG / STEP, PageDown: -LONG / STEP };

/**
 * A dial: `root` to put on a page, and `draw(points, result)`.
 *
 * `give(points, done)` gets points while a hand moves the knob and when it lets go. `fixed`: the page chooses the theme.
 * `back`: with a button that brings back the points from before the knob was moved first.
 */
export const makeDial = (data, give, options = {}) => new Dial(data, give, options);

class Dial {
  constructor(data, give, { fixed = false, back = false }) {
    Object.assign(this, { data, give, theme: null, chosen: false, base: null, begin: null });
    const { words } = data;
    this.pick = element("select", { class: "b-dial-pick", "aria-label": words.dial_pick });
    this.pick.addEventListener("change", () => this.choose(this.pick.value));
    this.name = element("b", { class: "b-dial-theme" });
    this.track = element("div", { class: "b-dial-track", "aria-hidden": "true" });
    this.knob = element("input", { type: "range", min: 0, max: 100, step: "any", class: "b-range b-dial-knob" });
    this.field = element("input", { type: "text", inputmode: "decimal", class: "b-field" }); // as people write numbers
    this.weight = element("span", { class: "w-weight" });
    this.tops = this.pile((item) => [
      words.dial_top,
      " ",
      ...(item
        ? [
            element("span", { class: "w-badge", style: `--c:${item.colour}` }, item.code),
            " ",
            element("b", {}, item.label),
          ]
        : [element("b", {}, words.dial_unknown)]),
    ]);
    this.close = element("span", { class: "w-tag b-dial-close" }, words.dial_close);
    this.land = data.land && this.pile(() => [], "b-dial-tiles");
    data.land?.plans.forEach((picture, row) => {
      this.land.children[row].innerHTML = ownPatterns(picture);
    });
    const uses = element("ul", { class: "w-land-uses" });
    if (data.land) uses.innerHTML = ownPatterns(data.land.uses);
    this.told = element("p", { class: "b-dial-told w-quiet" });
    this.said = element("p", { class: "b-dial-said", role: "status" });
    this.undo = back ? button(words.dial_back, () => this.goBack(), "b-dial-back m-button") : null;
    this.root = element(
      "section",
      { class: data.land ? "b-dial b-dial-with-land" : "b-dial", "aria-label": words.dial_title },
      element("p", { class: "b-dial-help" }, element("b", {}, words.dial_title, ". "), words.dial_help),
      element("div", { class: "b-dial-head" }, fixed ? this.name : this.pick, this.weight, this.field),
      element("div", { class: "b-dial-bar" }, this.track, this.knob),
      element("div", { class: "b-dial-scale w-quiet", "aria-hidden": "true" }, percentOf(0), percentOf(1)),
      element("p", { class: "b-dial-first" }, this.tops, this.close),
      this.land && element("div", { class: "b-dial-land" }, this.land, uses),
      this.told,
      this.said,
      this.undo,
    );
    steadySlider(this.knob, (value, done) => this.move(value / 100, done));
    for (const end of ["pointerup", "pointercancel"]) {
      this.knob.addEventListener(end, () => setTimeout(() => this.base && this.move(this.last, true)));
    }
    this.knob.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("change", () => this.move(typedNumber(this.field.value) / 100, true));
  }

  /** One element for each plan and one for "not known", on top of each other; `b-on` is the one in view. */
  pile(inside, name = "") {
    const made = [...this.data.alternatives, null].map((item) =>
      element("span", { class: "b-dial-one", "data-alternative": item?.id ?? "" }, ...inside(item)),
    );
    return element("span", { class: `b-dial-pile ${name}` }, ...made);
  }

  choose(theme) {
    Object.assign(this, { theme, chosen: true });
    put(this.said, ""); // it was about the theme of before
    this.draw(this.points, this.result);
  }

  key(event) {
    const by = KEYS[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.nudge(by * (event.shiftKey ? FINE : STEP));
  }

  nudge(by) {
    if (!this.root.hidden) this.move(shareOf(this.points, this.theme) + by, true);
  }

  move(share, done) {
    this.chosen = true;
    this.begin ??= this.points;
    const from = this.base ?? this.points;
    this.last = share;
    const points = Number.isFinite(share) ? pointsAtShare(this.data, from, this.theme, share) : from;
    this.base = done ? null : from;
    if (done) put(this.said, asText(from) === asText(points) ? "" : this.afterwards(from, points));
    this.give(points, done);
  }

  /** Whether the points are those of the dial, and not what the person gave. */
  get trying() {
    return this.begin !== null;
  }

  /** The points are the person's own from here on: there is nothing to go back to. */
  settle() {
    this.begin = null;
  }

  goBack() {
    const points = this.begin;
    this.begin = null;
    put(this.said, "");
    this.give(points, true);
  }

  /** That points were made anew, and which step is the largest now. */
  afterwards(from, { themes }) {
    const { words, themes: all, rules } = this.data;
    const largest = all.filter(({ id }) => themes[id] === rules.largest);
    const moved = largest.some(({ id }) => !onlyLargest(from.themes, id, rules.largest));
    return fill(moved ? words.dial_moved : words.dial_kept, {
      theme: largest.map(({ label }) => label).join(` ${words.and} `),
    });
  }

  /** Nothing before all themes had a turn, or when there is nothing to choose between. `held`: a hand moves elsewhere. */
  draw(points, result, held = false) {
    Object.assign(this, { points, result });
    const able = result
      ? inOrder(this.data).filter((place) => canHold(this.data, points, this.data.themes[place].id))
      : [];
    hide(this.root, !able.length || result.contenders.length < 2);
    if (this.root.hidden) return;
    this.able = able.map((place) => this.data.themes[place].id);
    if (!this.able.includes(this.theme) || !(this.chosen || held)) {
      this.theme = this.data.themes[this.atFirst(able, result)].id;
      this.chosen = false;
    }
    this.drawPick(able);
    if (!this.base) {
      this.parts = segments(this.data, points, result, this.theme); // the same all along a move of the knob
      this.drawTrack();
    }
    this.drawKnob();
  }

  /** The theme of the nearest flip, which stands in words beside it; without one the first of the case. */
  atFirst(able, result) {
    const flip = nearestPoint(this.data, result).best?.place;
    return able.includes(flip) ? flip : able[0];
  }

  drawPick(able) {
    const { themes } = this.data;
    const ids = able.map((place) => themes[place].id);
    if (String(ids) !== this.options) {
      this.options = String(ids);
      this.pick.replaceChildren(
        ...able.map((place) =>
          element("option", { value: themes[place].id }, `${themes[place].number}. ${themes[place].label}`),
        ),
      );
    }
    if (this.pick.value !== this.theme) this.pick.value = this.theme;
  }

  drawTrack() {
    const { alternatives, words } = this.data;
    while (this.track.children.length < this.parts.length) {
      this.track.append(element("span", { class: "b-dial-part" }, element("span")));
    }
    [...this.track.children].forEach((node, index) => {
      const part = this.parts[index];
      hide(node, !part);
      if (!part) return;
      const item = alternatives[part.row];
      put(node.firstChild, item?.code ?? "?");
      const pattern = String(item?.pattern ?? "none");
      if (node.dataset.pattern !== pattern) node.dataset.pattern = pattern;
      putStyle(node, "--c", item?.colour ?? "");
      putStyle(node, "width", `${(100 * (part.end - part.start)).toFixed(4)}%`);
    });
    const share = (value) => percent(this.data, value, innerDecimals(value));
    const told = this.parts.map(({ start, end, row }) =>
      fill(words.dial_part, {
        alternative: alternatives[row]?.label ?? words.dial_unknown,
        start: share(start),
        end: share(end),
      }),
    );
    put(this.told, `${told.join("; ")}.`);
  }

  drawKnob() {
    const { data, points, result, theme } = this;
    const { words, themes, alternatives } = data;
    const now = shareOf(points, theme);
    const { label } = themes.find(({ id }) => id === theme);
    const part = this.parts.find(({ end }) => now <= end) ?? this.parts.at(-1);
    const share = percent(data, now, 1);
    const name = fill(words.dial_weight, { theme: label });
    put(this.name, label);
    put(this.weight, fill(words.weight_now, { share }));
    for (const node of [this.knob, this.field]) {
      if (node.getAttribute("aria-label") !== name) node.setAttribute("aria-label", name);
    }
    if (!this.base) this.knob.value = String(100 * now);
    const typed = String(rounded(100 * now, 1)).replace(".", data.marks.decimal);
    if (this.field.value !== typed) this.field.value = typed;
    for (const pile of [this.tops, this.land]) {
      [...(pile?.children ?? [])].forEach((node, row) => {
        node.classList.toggle("b-on", row === (part.row ?? alternatives.length));
      });
    }
    const close = part.row !== null && result.undecided;
    this.close.classList.toggle("b-on", close);
    const top = alternatives[part.row]?.label ?? words.dial_unknown;
    this.knob.setAttribute(
      "aria-valuetext",
      [fill(words.dial_value, { theme: label, share, top }), ...(close ? [words.dial_close] : [])].join(" "),
    );
    this.undo?.classList.toggle("b-on", Boolean(this.begin));
  }
}

/** Tiles with patterns of their own: those of the same tiles in a part of the page that is not shown cannot be used. */
const ownPatterns = (markup) => markup.replaceAll(/( id="|url\(#)(land|sample)-/g, "$1dial-$2-");

/** With a comma or a point, with or without a sign for per cent; NaN for what is no number. */
const typedNumber = (text) => (text.trim() === "" ? NaN : Number(text.replace("%", "").trim().replace(",", ".")));

const percentOf = (share) => element("span", {}, `${100 * share}%`);
