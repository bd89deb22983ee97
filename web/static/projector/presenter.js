// The presenter's window. The wall keeps the state; this window shows it and asks for another one.

import { onlyLargest } from "../board/answers.js";
import { element, enable, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { steeringWall } from "./channel.js";
import { askedBy } from "./keys.js";

const { case: caseId, words, windows } = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const steps = [...document.querySelectorAll(".r-step")]; // those of the story, and the board as the last one
const MOST = 100; // points of the largest step
const STORY = steps.length - 1;
const rows = [...document.querySelectorAll(".r-theme")];
let wall = null;
const OWN = ["timer", "reset", "undo", "redo"]; // the clock is of this window, undo and redo know themselves
let held = null; // the slider under a hand

/* ---- what the wall says ---- */

const here = () => (wall?.step ? wall.step - 1 : STORY); // the place in `steps`
/** A window on the wall has pages of its own; the dial another theme at each. */
const pages = () => wall?.window;
const atBegin = () => (pages() ? turns() && pages().page === 1 : here() === 0);
const atEnd = () => (pages() ? turns() && pages().page === pages().count : here() === STORY);
const turns = () => pages().name !== "dial";

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
    if (OWN.includes(name)) continue;
    enable(button, wall && !(name === "previous" && atBegin()) && !(name === "next" && atEnd()));
  }
  const blank = document.querySelector("[data-do=blank]");
  put(blank, wall?.blank ? words.unblank : words.blank);
  blank.setAttribute("aria-pressed", String(Boolean(wall?.blank)));
  for (const name of ["undo", "redo"]) enable(document.querySelector(`[data-do=${name}]`), wall?.[name]);
  drawWindow();
  drawResult(wall?.result);
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

/** Which window stands on the wall, and which can. */
function drawWindow() {
  const front = wall?.window;
  for (const button of document.querySelectorAll("[data-press]")) {
    const name = button.dataset.press;
    const there = wall?.can.includes(name) && (!front || windows.includes(name));
    enable(button, name === "leave" ? front : there);
    if (windows.includes(name)) button.setAttribute("aria-pressed", String(front?.name === name));
  }
  byId("front").hidden = !front;
  if (front) put(byId("front"), fill(front.count > 1 ? words.front_page : words.front, front));
}

function drawResult(result) {
  byId("result").hidden = !result;
  byId("no-result").hidden = Boolean(result);
  if (!result) return;
  const { totals, others } = result;
  byId("totals").replaceChildren(
    ...totals.map(({ code, label, colour, total }) =>
      element(
        "li",
        { style: `--c:${colour}` },
        element("span", { class: "w-badge" }, code),
        element("span", {}, label),
        element("b", {}, total),
      ),
    ),
  );
  put(byId("others"), others ? fill(words.others, { count: others }) : "");
  byId("word").hidden = !result.word || result.waiting;
  put(byId("word"), result.word);
  put(byId("says"), result.waiting ? words.wait : result.says);
  put(byId("nearer"), result.waiting ? "" : result.nearer);
  put(byId("flip"), result.flip);
}

function drawRow(row) {
  const [slider, output, unsure] = ["input", "output", "button"].map((name) => row.querySelector(name));
  const value = wall.points[row.dataset.theme];
  row.classList.toggle("r-chosen", wall.chosen === row.dataset.theme && here() === STORY);
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

const press = (name) => ask("press", { name });
const show = (place) => ask("show", { step: place === STORY ? 0 : place + 1 });
const does = {
  previous: () => (pages() ? press("previous") : show(Math.max(0, here() - 1))),
  next: () => (pages() ? press("next") : show(Math.min(STORY, here() + 1))),
  board: () => show(STORY),
  blank: () => ask("blank", { on: !wall.blank }),
  undo: () => ask("undo"),
  redo: () => ask("redo"),
  timer: () => keep(running() ? { kept: elapsed() } : { kept: elapsed(), since: Date.now() }),
  reset: () => keep({ kept: 0 }),
};
document.addEventListener("click", (event) => {
  const { do: name, press: key } = event.target.closest("button")?.dataset ?? {};
  if (name) does[name]();
  else if (key) press(key);
});
/** A key does here what it does on the wall. Those that lead the wall elsewhere have a button with a name here. */
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select")) return;
  const name = askedBy(event);
  if (!wall || !name || ["presenter", "example"].includes(name)) return;
  const button = document.querySelector(`[data-do=${name}], [data-press=${name}]`);
  if (button?.disabled) return;
  event.preventDefault();
  if (does[name]) does[name]();
  else press(name);
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
