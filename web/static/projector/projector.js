// The projector page: the board in large type, steered by keys or a clicker. The board adds up; this file only chooses
// what is in view, and keeps the state in the address. windows.js opens windows over it.

import { mountBoard } from "../board/board.js";
import { enable } from "../board/dom.js";
import { weighingParts } from "../board/link.js";
import { someAtOnce } from "../board/some.js";
import { STEP } from "../board/theme_rows.js";
import { askingFor } from "../board/verdict.js";
import { steeredWall } from "./channel.js";
import { chosenTheme, isLong } from "./chosen.js";
import { dialWindow } from "./dial_window.js";
import { euroWindow } from "./euro_window.js";
import { listKeys } from "./help.js";
import { keptWeighings } from "./kept.js";
import { askedBy } from "./keys.js";
import { othersBelow } from "./others.js";
import { plansInView } from "./plans_in_view.js";
import { resultTold } from "./result_told.js";
import { makeRoom, reasonHidden } from "./room.js";
import { blackout, hidingTools } from "./screen.js";
import { nextPage, walk } from "./start_page.js";
import { wallStory } from "./story.js";
import { wallWindows } from "./windows.js";

const SLIDER = 4; // the step of the story with one slider
const WITH_PLANS = [2, 3, SLIDER]; // those that show alternatives

const byId = (id) => document.getElementById(id);
const source = byId("data");
const page = source ? JSON.parse(source.textContent) : null;
const tools = byId("tools");
const windows = wallWindows(
  () => new URLSearchParams(page ? query(page.link.lang) : document.body.dataset.here),
  page,
  () => tell(),
);
const money = windows.all.get("euros");
const euros = money && euroWindow(money, windows, byId("other"));
let board = null;
let dial = null;
const say = (text) => (byId("said").textContent = text);
const chosen = page && chosenTheme(page, say);
const some = page && someAtOnce(page.board.alternatives);
const plans = plansInView(some);
const story = wallStory((step) => {
  windows.inFront()?.close();
  if (page) remember();
  else history.replaceState(null, "", `?${story.write(new URLSearchParams(location.search))}`);
  if (page && step === SLIDER) chosen.choose(story.clash, false);
  if (board) makeRoom(board);
  tell();
});
const black = blackout(() => tell());
const caseId = document.body.dataset.case;
const kept = keptWeighings(caseId);
/** To the presenter's window, if there is one: how the wall stands, after each change that it may not have asked for. */
const tell = steeredWall(
  caseId,
  () => ({
    step: story.step,
    blank: black.on,
    points: board && { ...board.points.themes },
    unsure: board && [...board.points.unsure],
    undo: canUndo(),
    redo: canRedo(),
    chosen: chosen?.theme.id,
    window: windows.standing(),
    can: Object.keys(actions),
    result: board && resultTold(board),
  }),
  {
    show: ({ step }) => story.show(step),
    blank: ({ on }) => black.show(on),
    go({ query: wanted }) {
      if (page) kept.keep(location.search);
      location.search = story.write(new URLSearchParams(wanted));
      return false;
    },
    give({ theme, value, done }) {
      const found = chosen?.byId(theme);
      if (found) board.give(found, null, value, done);
    },
    unsure({ theme }) {
      const found = chosen?.byId(theme);
      if (found) board.dontKnow(found);
    },
    undo: () => !actions.undo(),
    redo: () => !actions.redo(),
    press: ({ name }) => perform(name),
  },
);

/* ---- the address ---- */

function query(language) {
  const parts = new URLSearchParams({ ...weighingParts(page.board, page.link, board.points), lang: language });
  if (board.view !== page.board.views[0][0]) parts.set("view", board.view);
  story.write(parts);
  return `?${euros ? euros.write(parts, money.open) : parts}`;
}

const judging = () => ({
  data: board.data,
  judge(html) {
    board.judge(html);
    makeRoom(board);
    tell();
  },
});
const ask = page && askingFor(judging, new URL(`../zeker/${page.board.case}`, location.href));

function remember() {
  history.replaceState(null, "", query(page.link.lang));
  ask(new URLSearchParams(query(page.link.lang)));
  const other = byId("other");
  if (other) other.href = query(other.lang);
  tell();
}

function onCommit() {
  if (board.past.length && !board.future.length) kept.moveOn();
  makeRoom(board);
  remember();
}

/** Six alternatives at once, and a button to the others below them. */
function showSome(drawn) {
  some.show(drawn.chart);
  some.show(drawn.strip);
  if (some.others) othersBelow(drawn, some.others, () => actions.others());
}

/* ---- what was weighed before ---- */

const canUndo = () => Boolean(board?.past.length || kept.before);
const canRedo = () => Boolean(board?.future.length || kept.after);

function markUndo() {
  enable(tools.querySelector("[data-do=undo]"), canUndo());
  enable(tools.querySelector("[data-do=redo]"), canRedo());
}

/** To the weights of before this start, or on again. Whether there were any, and so whether the wall leaves. */
function leaveFor(address) {
  if (address === null) return false;
  location.search = story.write(new URLSearchParams(address));
  return true;
}

/* ---- what keys and buttons do ---- */

const weighing = {
  undo: () => (board.past.length ? board.undo() : leaveFor(kept.back(location.search))),
  redo: () => (board.future.length ? board.redo() : leaveFor(kept.on(location.search))),
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
    byId("sure-text").innerHTML = reasonHidden(board) + board.verdict.card.innerHTML;
    windows.toggle("sure");
  },
  dial: () => dial.toggle(),
  unsure: () => board.dontKnow(chosen.theme),
  others: () => {
    plans.turn();
    showSome(board);
  },
  next: () => chosen.turn(1),
  previous: () => chosen.turn(-1),
  more: () => chosen.nudge(STEP),
  less: () => chosen.nudge(-STEP),
};
const starting = {
  next: () => walk(1),
  previous: () => walk(-1),
  more: () => walk(-1),
  less: () => walk(1),
  ...(plans.all.others ? { others: () => plans.turn() } : {}),
  undo: () => leaveFor(kept.back(null)),
  redo: () => leaveFor(kept.on(null)),
};
const examples = tools.querySelector("[data-do=example]"); // also where somebody began with nothing and wants to go back
const actions = {
  ...(page ? weighing : starting),
  ...(examples ? { example: () => examples.click() } : {}),
  ...(money ? { euros: () => euros.toggle() } : {}),
  ...(windows.all.has("who") ? { who: () => windows.toggle("who") } : {}),
  when: () => windows.toggleAsked("when"),
  gaps: () => windows.toggleAsked("gaps"),
  ...(windows.all.has("futures") ? { futures: () => windows.toggleAsked("futures") } : {}),
  story: () => story.toggle(),
  presenter: () => {
    const { window: address } = tools.querySelector("[data-do=presenter]").dataset;
    window.open(address, `presenter-${caseId}`, "popup,width=1280,height=720");
  },
  blank: () => black.show(true),
  help: () => {
    listKeys(windows.all.get("help"), does, story.step > 0);
    windows.toggle("help");
  },
  leave: () => document.activeElement?.blur?.(),
};
/** What the same keys do while the story is told. */
const telling = {
  next: () => story.turn(1),
  previous: () => story.turn(-1),
  leave: () => (document.activeElement.matches("input") ? document.activeElement.blur() : story.show(0)),
};
/** What they do to a board or to boxes waits for the step in which those are in view. */
const TOUCH = ["more", "less", "unsure", "view", "ghost", "start"];
const waits = (name) =>
  (TOUCH.includes(name) && story.step !== SLIDER) || (name === "others" && !WITH_PLANS.includes(story.step));
const doing = (name) =>
  (story.step && (telling[name] || (waits(name) ? null : actions[name]))) || (!story.step && actions[name]);
const able = { undo: canUndo, redo: canRedo };
const does = (name) => Boolean(doing(name) && (able[name]?.() ?? true));

/** What a key or the presenter asks for, in the window in front or on the wall itself; whether that does anything here. */
function perform(name) {
  const over = windows.inFront();
  if (dial?.isOpen() && dial.actions[name]) dial.actions[name]();
  else if (over && name === "leave") over.close();
  else if (over && (name === "next" || name === "previous")) windows.turn(over, name === "next" ? 1 : -1);
  else if (!name || (over && !windows.all.has(name) && name !== "blank") || !doing(name)) return false;
  else doing(name)();
  return true;
}

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
  const field = event.target.closest?.("input");
  const moves = ["next", "previous", "more", "less"].includes(name);
  // A slider or a number field keeps the keys it needs itself.
  if (!over && field && (moves || (field.type === "number" && name === "start"))) return;
  if (perform(name) && (over || name !== "leave")) event.preventDefault();
});

byId("page").addEventListener("click", (event) => {
  if (event.target.closest("[data-others]")) perform("others");
  const name = event.target.closest("[data-story]")?.dataset.story;
  if (name === "leave") story.show(0);
  else if (name) telling[name]();
});
if (page) examples.addEventListener("click", () => kept.keep(location.search));
tools.addEventListener("click", (event) => {
  const name = event.target.closest("button")?.dataset.do;
  if (name === "more") nextPage();
  else if (name) actions[name]();
});

/* ---- the board ---- */

hidingTools();
if (page) {
  const root = byId("board");
  const { themes, alternatives } = page.board;
  root.dataset.alternatives = alternatives.length;
  root.classList.toggle("p-many", themes.length > 9);
  root.classList.toggle("p-crowd", alternatives.length > 5);
  root.classList.toggle("p-wide", themes.some(isLong));
  const open = themes.findIndex(({ id }) => !(id in page.points.themes || page.points.unsure.includes(id)));
  chosen.choose(story.step === SLIDER ? story.clash : Math.max(0, open));
  const onDraw = (drawn) => {
    chosen.mark(drawn);
    showSome(drawn);
    if (board) markUndo();
  };
  board = mountBoard(root, page.board, page.points, { plain: true, view: page.view, onCommit, onDraw });
  addEventListener("resize", () => makeRoom(board));
  dial = dialWindow(board, windows, (id) => chosen.byId(id));
  remember();
  const select = (target) => chosen.byId(target.closest?.("[data-theme]")?.dataset.theme);
  root.addEventListener("focusin", (event) => select(event.target));
  root.addEventListener("pointerdown", (event) => select(event.target));
  // A hand that let go of a slider gives the arrows and the clicker back to the room.
  root.addEventListener("pointerup", (event) => {
    if (event.target.matches?.("input[type=range]")) setTimeout(() => event.target.blur());
  });
}
markUndo();
euros?.begin();
