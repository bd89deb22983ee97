// The wall of a session. It obeys whoever leads: the step, what is asked, what is shown, blank, the large code. Nothing
// on it steers the session. What does not fit on one screen goes on over pages, which whoever leads turns.

import { put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { listen } from "./live.js";
import { showPage } from "./pages.js";
import { drawShown, sayings } from "./shown.js";
import { timeLeft } from "./time_left.js";
import { drawTried } from "./tried.js";
import { drawTwo } from "./two_plans.js";

const find = (selector) => document.querySelector(selector);
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read("board-data");
const room = read("room-data");
const { words } = room;
const choices = {
  age: Object.fromEntries(room.ages),
  area: Object.fromEntries(room.areas),
  came: Object.fromEntries(room.came),
};

let state = null;
let counts = { joined: 0, sent: {} };
let own = { qr: false, blank: false }; // by the keyboard of this wall alone
let still = null; // {newest}: what this wall heard since it stands still

/* ---- one step ---- */

/** The stages of this step that were revealed: the last one is on the wall. */
function stageHere() {
  const here = STAGES[state.step.id] ?? [];
  return Object.keys(state.shown)
    .filter((stage) => here.includes(stage))
    .at(-1);
}

const STAGES = {
  walk_in: ["who_came"],
  values: ["agreement", "distribution", "groups"],
  outcome: ["gut", "first", "robust"],
  shift: ["shift_themes", "shift_outcome"],
  name: ["values_named"],
  marks: ["marks", "mark_groups"],
};

const SAID = { values: ["weigh"], outcome: ["weigh"], shift: ["second"], marks: ["name", "mark"] };
const TRIED = ["outcome", "values", "second", "shift"];

function draw() {
  if (!state) return;
  const { step } = state;
  document.documentElement.dataset.room = step.id;
  put(find("#step-title"), words[`step_${step.id}`]);
  const stage = stageHere();
  const trying = Boolean(state.what_if) && TRIED.includes(step.id);
  put(find("#also"), (!trying && room.also[`stage_${stage}`]) || (room.also[`step_${step.id}`] ?? ""));
  for (const section of document.querySelectorAll("[data-on]")) {
    const here = section.dataset.on.split(" ").includes(step.id);
    section.hidden = !here || trying || (section.dataset.after ? section.dataset.after !== stage : Boolean(stage));
  }
  const seen = trying ? { ...state, shown: {} } : state;
  drawShown(find("#shown"), data, seen, words, { only: stage ?? "none", topics: room.topics, choices });
  drawTwo(find("#two"), data, !trying && stage === "robust" && state.shown.robust.of_100, words);
  drawSayings(step, trying);
  find("#tried").hidden = !trying;
  if (trying) drawTried(find("#totals"), data, room, state);
  drawAsked(trying || Boolean(stage));
  drawMarks();
  find("#blank").hidden = !(state.blank || own.blank);
  find("#large-qr").hidden = !(state.qr_large || own.qr);
  drawCounts();
  turn();
}

function drawMarks() {
  const mark = find("#mark");
  const phase = { prepared: words.not_begun, rehearsing: words.rehearsal, closed: words.closed_wall }[state.phase];
  put(mark, [phase, still && words.still].filter(Boolean).join(" \u00b7 "));
  mark.hidden = !mark.textContent;
}

/** What was asked in this step, as far as it is being asked; at the end nothing stands above the thanks. */
function drawAsked(other) {
  const standing = state.asked[state.question];
  const said = { open: words.look_at_phone, closed: words.wait_wall }[standing];
  put(find("#ask"), state.predict ? words.predict_wall : (said ?? words.wait_wall));
  const asks = Boolean(state.question) && (state.step.id !== "record" || standing === "open");
  find("#asked").hidden = !state.predict && (other || !(asks || find("#asked").dataset.waits.includes(state.step.id)));
  find("#asked .z-count").hidden = !asks;
}

function drawSayings(step, trying) {
  const here = SAID[step.id] ?? [state.question];
  const all = trying ? [] : state.said.filter(({ question }) => step.id === "record" || here.includes(question));
  find("#sayings").replaceChildren(...(all.length ? [sayings(all, words)] : []));
}

function drawCounts() {
  if (!state) return;
  put(find("#counts"), fill(words.counted_joined, { count: counts.joined }));
  const sent = counts.sent[state.question] ?? 0;
  put(find("#sent"), String(sent));
  put(find("#sent-of"), fill(words.counted_of, { count: counts.joined }));
}

/* ---- everything on one screen, or on pages ---- */

function turn() {
  if (!state) return;
  const { number, count } = showPage(find("#main"), state.page);
  put(find("#page-of"), count > 1 ? fill(words.page_of, { number: number + 1, all: count }) : "");
}

function tell(text) {
  put(find("#told"), text);
  find("#told").hidden = !text;
  turn();
}

/* ---- the keyboard of this wall: only what does not change the session ---- */

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "q") own.qr = !own.qr;
  else if (key === "b" || key === ".") own.blank = !own.blank;
  else if (key === "s") stand();
  else if (key === "escape") own = { qr: false, blank: false };
  else if (key === "f") document.documentElement.requestFullscreen?.();
  else return;
  draw();
});
addEventListener("resize", turn);
document.fonts?.ready.then(turn);

/** Stand still, or go on: what happened meanwhile is then in view at once. */
function stand() {
  if (still) state = still.newest;
  still = still ? null : { newest: state };
}

timeLeft(find("#clock"), () => state?.timer_ends, words);
listen(`./${room.code}`, true, {
  state: (found) => {
    if (still) still.newest = found;
    else state = found;
    draw();
  },
  counts: (found) => {
    counts = found;
    drawCounts();
  },
  gone: () => tell(words.gone),
  reach: (here) => tell(here ? "" : words.no_reach),
});
