// The wall of a session. It obeys whoever leads: the step, what is asked, what is shown, blank, the large code. Nothing
// on it steers the session. What does not fit becomes smaller until it does.

import { element, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { compare } from "../board/sum.js";
import { listen } from "./live.js";
import { drawShown } from "./shown.js";
import { timeLeft } from "./time_left.js";

const find = (selector) => document.querySelector(selector);
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read("board-data");
const room = read("room-data");
const { words } = room;
const LEAST = 0.5; // of the usual size of type
const topics = Object.fromEntries(room.topics);
const choices = {
  age: Object.fromEntries(room.ages),
  area: Object.fromEntries(room.areas),
  came: Object.fromEntries(room.came),
};

let state = null;
let counts = { joined: 0, sent: {} };
let own = { qr: false, blank: false }; // by the keyboard of this wall alone

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

function draw() {
  if (!state) return;
  const { step } = state;
  document.documentElement.dataset.room = step.id;
  put(find("#step-title"), words[`step_${step.id}`]);
  const stage = stageHere();
  for (const section of document.querySelectorAll("[data-on]")) {
    const here = section.dataset.on.split(" ").includes(step.id);
    section.hidden = !here || (Boolean(stage) && step.id !== "walk_in");
    const pages = [...section.querySelectorAll(":scope > [data-page]")];
    const page = Math.min(state.page, pages.length - 1);
    for (const [number, part] of pages.entries()) part.hidden = number !== page;
  }
  drawShown(find("#shown"), data, state, words, { only: stage ?? "none", topics, choices });
  drawTried();
  drawAsked();
  const mark = find("#mark");
  mark.hidden = state.phase === "live";
  put(mark, { prepared: words.not_begun, rehearsing: words.rehearsal, closed: words.closed_wall }[state.phase] ?? "");
  find("#blank").hidden = !(state.blank || own.blank);
  find("#large-qr").hidden = !(state.qr_large || own.qr);
  drawCounts();
  fit();
}

function drawAsked() {
  const standing = state.asked[state.question];
  const said = { open: words.look_at_phone, closed: words.wait_wall }[standing];
  put(find("#ask"), state.predict ? words.predict_wall : (said ?? words.wait_wall));
}

function drawCounts() {
  if (!state) return;
  put(find("#counts"), fill(words.counted_joined, { count: counts.joined }));
  const sent = counts.sent[state.question] ?? 0;
  put(find("#sent"), String(sent));
  put(find("#sent-of"), fill(words.counted_of, { count: counts.joined }));
}

/** A weighting that is tried: never the voice of the room. The one before stays in sight as a ghost. */
function drawTried() {
  const place = find("#tried");
  const tried = state.what_if;
  place.hidden = !tried || !["outcome", "values", "second", "shift"].includes(state.step.id);
  if (place.hidden) return;
  find("#shown").replaceChildren();
  find("#shown").dataset.made = "";
  const result = resultOf(tried);
  const before = state.what_if_before && resultOf(state.what_if_before);
  find("#totals").replaceChildren(
    element(
      "ul",
      { class: "s-bars" },
      ...data.alternatives.map((item, row) =>
        element(
          "li",
          { style: `--c:${item.colour}` },
          element("span", { class: "s-name" }, element("span", { class: "w-badge" }, item.code), " ", item.label),
          element(
            "span",
            { class: "s-bar" },
            element("i", { style: `width:${result.rows[row].low}%` }),
            before ? element("i", { class: "s-outside z-ghost", style: `left:${before.rows[row].low}%` }) : null,
          ),
          element("b", {}, String(Math.round(result.rows[row].low))),
        ),
      ),
    ),
    ...(before ? [element("p", { class: "s-legend" }, words.exploring_ghost)] : []),
  );
}

const resultOf = ({ points }) => compare(data, { themes: points, criteria: {}, unsure: [] });

/* ---- everything on one screen ---- */

function fit() {
  const main = find("#main");
  for (let size = 1; size >= LEAST; size -= 0.05) {
    main.style.setProperty("--fit", size.toFixed(2));
    if (main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth) return;
  }
}

function tell(text) {
  put(find("#told"), text);
  find("#told").hidden = !text;
  fit();
}

/* ---- the keyboard of this wall: only what does not change the session ---- */

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "q") own.qr = !own.qr;
  else if (key === "b" || key === ".") own.blank = !own.blank;
  else if (key === "escape") own = { qr: false, blank: false };
  else if (key === "f") document.documentElement.requestFullscreen?.();
  else return;
  draw();
});
addEventListener("resize", fit);
document.fonts?.ready.then(fit);

timeLeft(find("#clock"), () => state?.timer_ends, words);
listen(`./${room.code}`, true, {
  state: (found) => {
    state = found;
    draw();
  },
  counts: (found) => {
    counts = found;
    drawCounts();
  },
  gone: () => tell(words.gone),
  reach: (here) => tell(here ? "" : words.no_reach),
});
