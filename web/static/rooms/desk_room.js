// The desk: every button is one command with the serial that this desk saw. Somebody else may lead too: then the desk is
// told where the session stands, and nothing happens twice.

import { button, element, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { drawLog, drawWaiting, drawWords } from "./desk_lists.js";
import { leftOpen, mainOf, nextStage, stagesHere } from "./desk_main.js";
import { trying } from "./desk_trying.js";
import { typing } from "./desk_typing.js";
import { listen } from "./live.js";
import { redrawn } from "./redrawn.js";
import { newKey, post } from "./sending.js";
import { timeLeft } from "./time_left.js";

const find = (selector) => document.querySelector(selector);
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read("board-data");
const room = read("room-data");
const { words } = room;
const root = `./${room.code}`;
const ask = (name, body = {}) => post(`${root}/${name}`, { lang: data.language, ...body });

let state = null;
let counts = { joined: 0, sent: {} };
let known = null; // what only the desk sees
let listening = null;

/* ---- coming in ---- */

async function enter(body) {
  const { status, body: said } = await ask("in", body);
  if (status !== 204) return show(false, said.say ?? words.no_reach);
  history.replaceState(null, "", location.pathname + location.search);
  await look();
}

async function look() {
  const { status, body } = await ask("alles");
  if (status === 403) return show(false);
  if (status !== 200) return tell(words.no_reach);
  known = body;
  show(true);
  listening ??= listen(root, true, {
    state: take,
    counts: count,
    gone: () => tell(words.gone),
    reach: (here) => tell(here ? "" : words.no_reach),
  });
  draw();
}

function show(inside, said = "") {
  find("#enter").hidden = inside;
  find("#desk").hidden = !inside;
  tell(said);
}

function tell(text) {
  put(find("#told"), text);
  find("#told").hidden = !text;
}

/* ---- leading ---- */

async function lead(command, detail = {}) {
  if (!state) return false;
  const { status, body } = await ask("doe", { command, detail, serial: state.serial });
  if (status === 403) return show(false, words.desk_wrong);
  tell(status === 200 ? "" : (body.say ?? words.no_reach));
  await listening.ask();
  return status === 200;
}

function take(found) {
  const moved = state?.serial !== found.serial;
  state = found;
  if (moved) look();
  draw();
}

let later = null;
function count(found) {
  counts = found;
  drawNumbers();
  clearTimeout(later); // words that wait: not asked for at every single ballot
  later = setTimeout(look, 1500);
}

/* ---- drawing ---- */

function drawNumbers() {
  if (!state) return;
  const sent = state.question ? fill(words.counted_sent, { count: counts.sent[state.question] ?? 0 }) : "";
  const twice = known?.came_in.doubled;
  const doubled = twice ? fill(words.desk_doubled, { count: twice }) : "";
  put(
    find("#numbers"),
    [fill(words.counted_joined, { count: counts.joined }), sent, doubled].filter(Boolean).join(" · "),
  );
}

function draw() {
  if (!state || !known) return;
  const { steps } = known;
  const here = steps[state.step.index];
  put(find("#phase"), words[`desk_phase_${state.phase}`]);
  put(
    find("#at"),
    `${fill(words.at, { number: state.step.index + 1, all: state.step.of })} · ${fill(words.desk_minutes, { count: here.minutes })}`,
  );
  put(find("#step"), words[`step_${here.id}`]);
  const next = steps[state.step.index + 1];
  put(find("#next"), next ? fill(words.desk_next_is, { step: words[`step_${next.id}`] }) : words.desk_last);
  const running = ["live", "rehearsing"].includes(state.phase);
  for (const one of document.querySelectorAll("[data-do]")) one.disabled = !running;
  find("[data-do=previous]").disabled = !running || state.step.index === 0;
  find("[data-do=next]").disabled = !running || !next;
  find("#rehearse").disabled = state.phase !== "prepared";
  find("#made-up").hidden = state.phase !== "rehearsing";
  find("#begin").disabled = !["prepared", "rehearsing"].includes(state.phase);
  find("#end").disabled = state.phase !== "live";
  find("#again").disabled = state.phase !== "closed";
  find("[data-do=blank]").setAttribute("aria-pressed", String(state.blank));
  find("[data-do=qr]").setAttribute("aria-pressed", String(state.qr_large));
  // Where a wall breaks its pages depends on its screen: past its last page it stays at that one.
  find("#page-back").disabled = !running || state.page === 0;
  find("#page-on").disabled = !running;
  put(find("#page"), fill(words.desk_page, { number: state.page + 1 }));
  drawNumbers();
  drawMain(here);
  drawQuestion(running);
  drawStages(here, running);
  drawSteps(running);
  const waits = drawWords(find("#waiting"), find("#read"), known.said, words, judge);
  drawWaiting(find("#waits"), waits, words);
  drawLog(find("#log"), known.lines, words, data.language);
  tried.draw(state, running);
}

async function judge(saying, to) {
  const { status, body } = await ask("woorden", { saying, state: to });
  tell(status === 204 ? "" : (body.say ?? words.no_reach));
  look();
}

const SURE = { begin: "desk_sure_begin", end: "desk_sure_end", reset: "desk_sure_reset" };

/** Asks first where something goes away; before a rehearsal there is nothing that can. */
function leadSurely(command, detail = {}) {
  const asks = SURE[command] && !(command === "begin" && state.phase === "prepared");
  if (!asks || confirm(words[SURE[command]])) lead(command, detail);
}

function drawMain(here) {
  const main = mainOf(state, here, known);
  const one = find("#main-do");
  const onward = main?.command === "next";
  find("[data-do=next]").classList.toggle("d-go", onward);
  one.hidden = !main || onward;
  if (one.hidden) return;
  const label = { reveal: "desk_reveal", open: "desk_open", close: "desk_close", begin: "desk_begin", end: "desk_end" };
  const said = words[label[main.command]];
  put(one, main.detail.stage ? `${said}: ${words[`stage_${main.detail.stage}`]}` : said);
  one.className = "d-go";
  one.onclick = () => leadSurely(main.command, main.detail);
}

function drawQuestion(running) {
  const { question } = state;
  put(find("#standing"), question ? words[`desk_is_${state.asked[question]}`] : "");
  const standing = question && state.asked[question];
  const left = leftOpen(state);
  const act = (label, command, on) =>
    button(label, () => leadSurely(command, { question: on }), "", { disabled: !running });
  redrawn(find("#question"), [question, standing, left, running], () => [
    ...(standing === "closed" ? [act(words.desk_open, "open", question)] : []),
    ...(standing === "open" && question === "attendance" ? [act(words.desk_close, "close", question)] : []),
    ...(question && standing !== "waiting" ? [act(words.desk_reset, "reset", question)] : []),
    ...left.map((other) => act(fill(words.desk_left_open, { step: stepOf(other) }), "close", other)),
  ]);
}

const stepOf = (question) => words[`step_${known.steps.find((step) => step.question === question).id}`];

function drawStages(here, running) {
  const stages = stagesHere(here, known.plan);
  const ready = (stage) => state.asked[known.source[stage]] === "closed";
  const rows = stages.map((stage) => [stage, stage in state.shown, ready(stage), running]);
  redrawn(find("#stages"), rows, () =>
    rows.map(([stage, on, can]) =>
      element(
        "p",
        { class: "d-row" },
        button(
          `${on ? words.desk_hide : words.desk_reveal}: ${words[`stage_${stage}`]}`,
          () => lead(on ? "hide" : "reveal", { stage }),
          "",
          { disabled: !running || (!on && !can), "aria-pressed": String(on) },
        ),
      ),
    ),
  );
}

function drawSteps(running) {
  redrawn(find("#steps"), [state.step.index, running], () =>
    known.steps.map(({ id, minutes }, place) =>
      element(
        "li",
        {},
        button(
          `${words[`step_${id}`]} (${fill(words.desk_minutes, { count: minutes })})`,
          () => lead("jump", { step: id }),
          "",
          { disabled: !running || place === state.step.index, "aria-pressed": String(place === state.step.index) },
        ),
      ),
    ),
  );
}

/* ---- the buttons that are always there ---- */

for (const one of document.querySelectorAll("[data-do]")) {
  one.addEventListener("click", () => {
    const back = one.dataset.else && one.getAttribute("aria-pressed") === "true";
    leadSurely(back ? one.dataset.else : one.dataset.do);
  });
}
find("#page-back").addEventListener("click", () => lead("page", { page: Math.max(0, state.page - 1) }));
find("#page-on").addEventListener("click", () => lead("page", { page: state.page + 1 }));
find("#timer").addEventListener("click", () => lead("timer", { minutes: Number(find("#minutes").value) }));
find("#enter").addEventListener("submit", (event) => {
  event.preventDefault();
  enter({ phrase: find("#phrase").value });
});
find("#made-up").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { status, body } = await ask("oefen", { many: Number(find("#made-up-many").value) });
  tell(status === 204 ? "" : (body.say ?? words.no_reach));
});
find("#note").addEventListener("submit", async (event) => {
  event.preventDefault();
  const box = find("#note-words");
  if (!box.value.trim()) return;
  const { status, body } = await ask("noteer", { kind: event.submitter.value, words: box.value });
  if (status !== 204) return tell(body.say ?? words.no_reach);
  box.value = "";
  look();
});
find("#cards")?.addEventListener("click", async () => {
  const { status, body } = await ask("kaarten", { many: Number(find("#many").value) });
  if (status !== 201) return tell(body.say ?? words.no_reach);
  const sheet = URL.createObjectURL(new Blob([body.sheet], { type: "text/html" }));
  find("#cards-sheet").hidden = false;
  find("#cards-sheet").replaceChildren(
    element("a", { class: "d-link", href: sheet, target: "_blank" }, words.desk_sheet),
    " ",
    words.desk_cards_made,
  );
  find("#cards-made").replaceChildren(
    ...body.cards.map(([card, table]) =>
      element("li", {}, table ? `${fill(words.desk_card_of, { table })}: ` : "", element("b", {}, card)),
    ),
  );
});
find("#remove").addEventListener("click", async () => {
  const again = prompt(words.desk_sure_remove);
  if (!again) return;
  const { status, body } = await ask("weg", { again });
  if (status !== 204) tell(body.say ?? words.no_reach);
});
addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!state || !known || find("#desk").hidden) return;
  const done = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous" }[event.key];
  const key = event.key.toLowerCase();
  const stage = key === "r" && nextStage(state, known.steps[state.step.index], known);
  if (done && find(`[data-do=${done}]`).disabled) return;
  if (done) lead(done);
  else if (stage) lead("reveal", { stage });
  else if (key === "b" || key === ".") lead(state.blank ? "unblank" : "blank");
  else if (key === "q") lead("qr");
  else return;
  event.preventDefault();
});

const tried = trying(find("#sliders"), find("#profile"), data, room, lead);
typing(find("#typed"), data, words, (answer) =>
  ask("voor", { question: state.question, answer, key: newKey(), way: "paper" }).then(({ status, body }) => {
    tell(status === 201 ? words.desk_typed : (body.say ?? words.no_reach));
    return status === 201;
  }),
);
timeLeft(find("#clock"), () => state?.timer_ends, words);
const secret = location.hash.slice(1);
if (secret) enter({ secret });
else look();
