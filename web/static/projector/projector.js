// The projector page: the board in large type, steered by keys or a clicker. The board adds up; this file only chooses
// what is in view, and keeps the state in the address. windows.js opens windows over it.

import { euroPlace } from "../board/asked.js";
import { mountBoard } from "../board/board.js";
import { element, put } from "../board/dom.js";
import { weighingParts } from "../board/link.js";
import { fill } from "../board/sentences.js";
import { STEP } from "../board/theme_rows.js";
import { askingFor } from "../board/verdict.js";
import { steeredWall } from "./channel.js";
import { dialWindow } from "./dial_window.js";
import { askedBy } from "./keys.js";
import { blackout, hidingTools } from "./screen.js";
import { nextPage, walk } from "./start_page.js";
import { wallStory } from "./story.js";
import { wallWindows } from "./windows.js";

const ROWS = 7; // theme rows in view
const SLIDER = 4; // the step of the story with one slider

const byId = (id) => document.getElementById(id);
const source = byId("data");
const page = source ? JSON.parse(source.textContent) : null;
const tools = byId("tools");
const windows = wallWindows(() => new URLSearchParams(page ? query(page.link.lang) : document.body.dataset.here), page);
const money = windows.all.get("euros");
const euros = money && euroPlace(money, byId("euros-text"));
let board = null;
let dial = null;
let chosen = 0;
const story = wallStory((step) => {
  windows.inFront()?.close();
  if (page) remember();
  else history.replaceState(null, "", `?${story.write(new URLSearchParams(location.search))}`);
  if (page && step === SLIDER) choose(story.clash, false);
  tell();
});
const black = blackout(() => tell());
const caseId = document.body.dataset.case;
/** To the presenter's window, if there is one: how the wall stands, after each change that it may not have asked for. */
const tell = steeredWall(
  caseId,
  () => ({ step: story.step, blank: black.on, points: board && { ...board.points.themes } }),
  {
    show: ({ step }) => story.show(step),
    blank: ({ on }) => black.show(on),
    go({ query: wanted }) {
      location.search = story.write(new URLSearchParams(wanted));
      return false;
    },
    give({ theme, value, done }) {
      const place = page ? themes().findIndex((item) => item.id === theme) : -1;
      if (place < 0) return;
      choose(place, false);
      board.give(themes()[place], null, value, done);
    },
  },
);

/* ---- the address ---- */

function query(language) {
  const parts = new URLSearchParams({ ...weighingParts(page.board, page.link, board.points), lang: language });
  if (board.view !== page.board.views[0][0]) parts.set("view", board.view);
  story.write(parts);
  return `?${euros ? euros.write(parts, money.open) : parts}`;
}

const ask = page && askingFor(() => board, new URL(`../zeker/${page.board.case}`, location.href));

function remember() {
  history.replaceState(null, "", query(page.link.lang));
  ask(new URLSearchParams(query(page.link.lang)));
  const other = byId("other");
  if (other) other.href = query(other.lang);
  tell();
}

/** The same for the euros, also where there is no board yet: opening them turns them on, closing turns them off. */
function showEuros() {
  if (money.open) money.close();
  else {
    euros.fill(document.documentElement.lang);
    windows.open("euros");
    rememberEuros();
  }
}

function rememberEuros() {
  const here = euros.write(new URLSearchParams(location.search), money.open);
  history.replaceState(null, "", `?${here}`);
  const other = byId("other");
  if (other) other.href = `?${euros.write(new URLSearchParams(other.search), money.open)}`;
}

/* ---- the chosen theme ---- */

const themes = () => page.board.themes;
const say = (text) => (byId("said").textContent = text);

/** Marks the chosen theme and hides the themes of other pages. After each drawing, because undo builds new rows. */
function mark() {
  if (!board) return;
  const side = board.side;
  const from = chosen - (chosen % ROWS);
  board.root.classList.toggle(
    "p-interval",
    Boolean(board.result) && (!board.result.known || board.result.unsure.length > 0),
  );
  themes().forEach((_, place) => {
    const row = side.children[place];
    row.hidden = place < from || place >= from + ROWS;
    row.classList.toggle("p-chosen", place === chosen);
    if (place === chosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  });
  let step = side.querySelector(".p-step");
  if (!step) {
    step = element("div", { class: "p-step" }, element("p"));
    side.append(step);
  }
  const notes = themes()[chosen].criteria.map((item) => `${item.short}: ${item.worst} \u2192 ${item.best}`);
  if (themes().length > ROWS) {
    const last = Math.min(from + ROWS, themes().length);
    notes.unshift(fill(page.words.page, { first: from + 1, last, all: themes().length }));
  }
  put(step.firstChild, notes.join("; "));
  step.title = notes.join("\n");
  for (const name of ["undo", "redo"]) {
    tools.querySelector(`[data-do=${name}]`).disabled = !board[`${name}Button`] || board[`${name}Button`].disabled;
  }
}

function choose(place, aloud = true) {
  const next = Math.min(themes().length - 1, Math.max(0, place));
  if (next === chosen) return;
  chosen = next;
  mark();
  if (aloud) say(page.words.chosen.replace("{theme}", () => themes()[chosen].label));
}

/** Five points more or less. A theme without points stays so: we give no first answer. */
function nudge(by) {
  const theme = themes()[chosen];
  if (theme.id in board.points.themes) board.give(theme, null, board.points.themes[theme.id] + by, true);
}

/* ---- what keys and buttons do ---- */

const weighing = {
  undo: () => board.undo(),
  redo: () => board.redo(),
  start: () => {
    board.before = structuredClone(board.points);
    board.points = structuredClone(page.start);
    board.commit();
  },
  ghost: () => {
    board.toggleGhost();
    tools.querySelector("[data-do=ghost]").setAttribute("aria-pressed", String(board.ghostShown));
    say(board.ghostShown ? page.words.ghost_on : page.words.ghost_off);
  },
  view: () => {
    const views = page.board.views.map(([key]) => key);
    board.show(views[(views.indexOf(board.view) + 1) % views.length]);
    board.settle();
    remember();
    say(page.board.views.find(([key]) => key === board.view)[1]);
  },
  sure: () => {
    byId("sure-text").innerHTML = board.verdict.card.innerHTML;
    windows.toggle("sure");
  },
  dial: () => dial.toggle(),
  example: () => tools.querySelector("[data-do=example]").click(),
  unsure: () => board.dontKnow(themes()[chosen]),
  next: () => choose(chosen + 1),
  previous: () => choose(chosen - 1),
  more: () => nudge(STEP),
  less: () => nudge(-STEP),
};
const starting = {
  next: () => walk(1),
  previous: () => walk(-1),
  more: () => walk(-1),
  less: () => walk(1),
};
const actions = {
  ...(page ? weighing : starting),
  ...(money ? { euros: showEuros } : {}),
  ...(windows.all.has("who") ? { who: () => windows.toggle("who") } : {}),
  when: () => windows.toggleAsked("when"),
  gaps: () => windows.toggleAsked("gaps"),
  story: () => story.toggle(),
  presenter: () => {
    const { window: address } = tools.querySelector("[data-do=presenter]").dataset;
    window.open(address, `presenter-${caseId}`, "popup,width=1280,height=720");
  },
  blank: () => black.show(true),
  help: () => windows.toggle("help"),
  leave: () => document.activeElement?.blur?.(),
};
/** What the same keys do while the story is told. */
const telling = {
  next: () => story.turn(1),
  previous: () => story.turn(-1),
  leave: () => (document.activeElement === document.body ? story.show(0) : document.activeElement.blur()),
};
const doing = (name) => (story.step && telling[name]) || actions[name];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (black.on) {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    event.preventDefault();
    black.show(false);
    return;
  }
  const name = askedBy(event);
  const over = windows.inFront();
  if (dial?.isOpen() && dial.actions[name]) {
    event.preventDefault();
    dial.actions[name]();
    return;
  }
  if (over && (name === "next" || name === "previous" || name === "leave")) {
    event.preventDefault();
    if (name === "leave") over.close();
    else windows.turn(over, name === "next" ? 1 : -1);
    return;
  }
  if (!name || (over && !windows.all.has(name) && name !== "blank")) return;
  const field = event.target.closest?.("input");
  const moves = ["next", "previous", "more", "less"].includes(name);
  // A slider or a number field keeps the keys it needs itself.
  if (field && (moves || (field.type === "number" && name === "start"))) return;
  if (!doing(name)) return;
  if (name !== "leave") event.preventDefault();
  doing(name)();
});

byId("page").addEventListener("click", (event) => {
  const name = event.target.closest("[data-story]")?.dataset.story;
  if (name === "leave") story.show(0);
  else if (name) telling[name]();
});
tools.addEventListener("click", (event) => {
  const name = event.target.closest("button")?.dataset.do;
  if (name === "more") nextPage();
  else if (name) actions[name]();
});

/* ---- the board ---- */

hidingTools();
if (page) {
  const root = byId("board");
  root.dataset.alternatives = page.board.alternatives.length;
  root.classList.toggle("p-many", themes().length > 9);
  root.classList.toggle("p-crowd", page.board.alternatives.length > 4);
  board = mountBoard(root, page.board, page.points, { plain: true, view: page.view, onCommit: remember, onDraw: mark });
  dial = dialWindow(board, windows, (id) =>
    choose(
      themes().findIndex((theme) => theme.id === id),
      false,
    ),
  );
  if (story.step === SLIDER) chosen = story.clash;
  mark();
  remember();
  const select = (target) => {
    const id = target.closest?.("[data-theme]")?.dataset.theme;
    if (id)
      choose(
        themes().findIndex((theme) => theme.id === id),
        false,
      );
  };
  root.addEventListener("focusin", (event) => select(event.target));
  root.addEventListener("pointerdown", (event) => select(event.target));
  // A hand that let go of a slider gives the arrows and the clicker back to the room.
  root.addEventListener("pointerup", (event) => {
    if (event.target.matches?.("input[type=range]")) setTimeout(() => event.target.blur());
  });
}
if (money) {
  money.addEventListener("close", rememberEuros); // also when Escape or the button closes it
  if (euros.wanted) showEuros();
}
