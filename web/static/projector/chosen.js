// The chosen theme on the wall: marked among the rows, with its step in units below them; keys move its points.

import { element, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";

const ROWS = 7; // theme rows in view

/** A theme with a name or steps that a narrow column would cut. */
export const isLong = ({ label, criteria }) =>
  label.length > 22 || criteria.reduce((sum, { short, worst, best }) => sum + `${short}${worst}${best}`.length, 0) > 85;

/** `page` is what the server gave, `say(text)` says it to who cannot see it. The board comes with the first `mark`. */
export function chosenTheme(page, say) {
  const { themes } = page.board;
  let board = null;
  let chosen = 0;

  /** Marks the chosen row and hides those of other pages. After each drawing, because undo builds new rows. */
  function mark(drawn) {
    board = drawn;
    const { side, result } = board;
    const from = chosen - (chosen % ROWS);
    board.root.classList.toggle("p-interval", Boolean(result) && (!result.known || result.unsure.length > 0));
    themes.forEach((_, place) => {
      const row = side.children[place];
      row.hidden = place < from || place >= from + ROWS;
      row.classList.toggle("p-chosen", place === chosen);
      if (place === chosen) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    const notes = themes[chosen].criteria.map((item) => `${item.short}: ${item.worst} \u2192 ${item.best}`);
    if (themes.length > ROWS) {
      const last = Math.min(from + ROWS, themes.length);
      notes.unshift(fill(page.words.page, { first: from + 1, last, all: themes.length }));
    }
    const step = part(side, "p-step");
    put(step.firstChild, notes.join("; "));
    step.title = notes.join("\n");
    explainSigns();
  }

  /** Beside the rows, as long as a theme waits for an answer: what the signs in them mean. */
  function explainSigns() {
    const { themes: given, unsure } = board.points;
    const legend = part(board.root.querySelector(".b-result"), "p-legend");
    legend.hidden = themes.every(({ id }) => id in given || unsure.includes(id));
    const largest = themes.find(({ id }) => given[id] === board.most);
    put(legend.firstChild, fill(page.words.legend, { largest: largest?.label }));
    if (legend.childElementCount > 1) return;
    const sign = ([sign, means]) => element("li", {}, element("b", {}, sign), ` ${means}`);
    legend.append(" ", element("ul", {}, ...page.words.signs.map(sign)));
  }

  function choose(place, aloud = true) {
    const next = Math.min(themes.length - 1, Math.max(0, place));
    if (next === chosen) return;
    chosen = next;
    if (!board) return;
    mark(board);
    if (aloud) say(fill(page.words.chosen, { theme: themes[chosen].label }));
  }

  return {
    get theme() {
      return themes[chosen];
    },
    mark,
    choose,
    turn: (by) => choose(chosen + by),

    /** The theme with this id, now the chosen one; nothing when there is none. */
    byId(id) {
      const place = themes.findIndex((theme) => theme.id === id);
      if (place >= 0) choose(place, false);
      return themes[place];
    },

    /** More or fewer points. A theme without points begins at an end, from below or from above, as the help says. */
    nudge(by) {
      const theme = themes[chosen];
      board.give(theme, null, (board.points.themes[theme.id] ?? (by > 0 ? 0 : board.most)) + by, true);
    },
  };
}

/** A box with a line of text, made at the first drawing. */
function part(holder, name) {
  const there = holder.querySelector(`.${name}`);
  if (there) return there;
  const made = element("div", { class: name }, element("p"));
  holder.append(made);
  return made;
}
