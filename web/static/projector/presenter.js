// The presenter's window. The wall keeps the state; this window shows it and asks for another one.

import { onlyLargest } from "../board/answers.js";
import { enable, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { steeringWall } from "./channel.js";

const { case: caseId, words } = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const steps = [...document.querySelectorAll(".r-step")]; // those of the story, and the board as the last one
const MOST = 100; // points of the largest step
const STORY = steps.length - 1;
const rows = [...document.querySelectorAll(".r-theme")];
let wall = null;
let held = null; // the slider under a hand

/* ---- what the wall says ---- */

const here = () => (wall?.step ? wall.step - 1 : STORY); // the place in `steps`

function draw() {
  put(byId("status"), wall ? words.wall : words.no_wall);
  document.body.classList.toggle("r-alone", !wall);
  steps.forEach((step, place) => {
    step.hidden = !wall ? place !== 0 : place !== here();
  });
  const next = steps[wall ? here() + 1 : 1];
  put(byId("next-name"), next ? next.querySelector(".r-name").textContent : words.last);
  for (const button of document.querySelectorAll("[data-do]")) {
    const name = button.dataset.do;
    if (["timer", "reset", "undo"].includes(name)) continue; // the clock is of this window, undo is below
    enable(button, wall && !(name === "previous" && here() === 0) && !(name === "next" && here() === STORY));
  }
  const blank = document.querySelector("[data-do=blank]");
  put(blank, wall?.blank ? words.unblank : words.blank);
  blank.setAttribute("aria-pressed", String(Boolean(wall?.blank)));
  enable(document.querySelector("[data-do=undo]"), wall?.undo);
  byId("begin").querySelector("button").disabled = !wall;
  byId("themes").hidden = !wall?.points;
  byId("before").hidden = !wall || Boolean(wall.points);
  if (!wall?.points) return;
  rows.forEach(drawRow);
  const largest = rows.filter((row) => wall.points[row.dataset.theme] === MOST);
  byId("locked").hidden = largest.length !== 1;
  if (largest.length === 1)
    put(byId("locked"), fill(words.locked, { theme: largest[0].querySelector("b").textContent }));
}

function drawRow(row) {
  const [slider, output, unsure] = ["input", "output", "button"].map((name) => row.querySelector(name));
  const value = wall.points[row.dataset.theme];
  if (slider !== held) slider.value = value ?? 0;
  const shown = slider === held ? Number(slider.value) : value;
  const open = wall.unsure.includes(row.dataset.theme);
  const without = open ? words.unsure : words.not_weighed;
  put(output, shown === undefined ? without : fill(words.points, { count: Math.round(shown) }));
  unsure.setAttribute("aria-pressed", String(open));
  enable(unsure, !onlyLargest(wall.points, row.dataset.theme, MOST));
}

const ask = steeringWall(caseId, (state) => {
  wall = state;
  draw();
});

/* ---- what this window asks ---- */

const show = (place) => ask("show", { step: place === STORY ? 0 : place + 1 });
const does = {
  previous: () => show(Math.max(0, here() - 1)),
  next: () => show(Math.min(STORY, here() + 1)),
  board: () => show(STORY),
  blank: () => ask("blank", { on: !wall.blank }),
  undo: () => ask("undo"),
  timer: () => keep(running() ? { kept: elapsed() } : { kept: elapsed(), since: Date.now() }),
  reset: () => keep({ kept: 0 }),
};
document.addEventListener("click", (event) => {
  const name = event.target.closest("button")?.dataset.do;
  if (name) does[name]();
});
const KEYS = {
  PageDown: "next",
  ArrowRight: "next",
  PageUp: "previous",
  ArrowLeft: "previous",
  b: "blank",
  ".": "blank",
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select")) return;
  const name = KEYS[event.key];
  if (!name || document.querySelector(`[data-do=${name}]`).disabled) return;
  event.preventDefault();
  does[name]();
});
byId("open").addEventListener("click", (event) => window.open(event.target.dataset.wall, `wall-${caseId}`));
byId("begin").addEventListener("submit", (event) => {
  event.preventDefault();
  ask("go", { query: byId("begin-with").value });
});
for (const row of rows) {
  const slider = row.querySelector("input");
  row.querySelector("button").addEventListener("click", () => ask("unsure", { theme: row.dataset.theme }));
  const give = (done) => ask("give", { theme: row.dataset.theme, value: Number(slider.value), done });
  slider.addEventListener("input", () => {
    held = slider;
    give(false);
  });
  slider.addEventListener("change", () => {
    held = null; // what the wall answers stands: the only one at 100 stays there
    give(true);
  });
}

/* ---- the clock of this window; a reload keeps it ---- */

const CLOCK = `clock-${caseId}`;
const clock = () => JSON.parse(sessionStorage.getItem(CLOCK) ?? '{"kept":0}');
const running = () => clock().since !== undefined;
const elapsed = () => clock().kept + (running() ? Date.now() - clock().since : 0);

function keep(state) {
  sessionStorage.setItem(CLOCK, JSON.stringify(state));
  tick();
}

function tick() {
  const seconds = Math.floor(elapsed() / 1000);
  put(byId("clock"), `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  put(document.querySelector("[data-do=timer]"), running() ? words.timer_pause : words.timer_start);
}
setInterval(tick, 500);
tick();
draw();
