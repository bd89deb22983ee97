// The phone of a participant. It follows the session: one step at a time, and what is asked there. Answers stay on the
// phone until they are sent, and the address of the page brings back what was sent. Nothing of others is here before it
// is revealed.

import { element, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { swipeCards } from "../phone/cards.js";
import { shuffled } from "../phone/phone_start.js";
import { offerLink } from "./copy_link.js";
import { listen } from "./live.js";
import { drawOnPhone } from "./phone_shown.js";
import { attendanceForm, gutForm, markForm, nameForm, recordForm } from "./questions.js";
import { drawRole } from "./role_card.js";
import { keep, kept, newKey, post, sendUntilKept } from "./sending.js";
import { askedNow, begins, saidInstead, standingOf } from "./standing.js";
import { answersFrom, ballotOf, weighing } from "./weigh_room.js";

const find = (selector) => document.querySelector(selector);
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read("board-data");
const room = read("room-data");
const { words } = room;
const root = `./${room.code}`;
const store = `waardenweger.room.${room.code}`;
data.themes = shuffled(data);
const tellCard = find(".m-slides") ? swipeCards(data.phone) : () => {};

const choices = Object.fromEntries(
  ["age", "area", "came"].map((key) => [key, Object.fromEntries(room[key === "came" ? key : `${key}s`])]),
);

let token = new URLSearchParams(location.hash.slice(1)).get("t") ?? kept(store);
let state = null;
const nothing = () => ({ answers: {}, revisions: {}, table: null, role: null });
let own = nothing();
let drafts = token ? (kept(`${store}.${token.slice(0, 8)}`) ?? {}) : {};
let sending = null;
let shownStep = "";
let onBack = null; // what the back button of the phone does while somebody weighs

/* ---- what this phone remembers ---- */

function remember() {
  if (!token) return;
  keep(store, token);
  keep(`${store}.${token.slice(0, 8)}`, drafts);
  history.replaceState(history.state, "", `${location.search}#t=${token}`);
  for (const link of document.querySelectorAll("[data-language]")) link.hash = `t=${token}`;
}

async function restore() {
  const { status, body } = await sendUntilKept(`${root}/ik`, { token, lang: data.language }, waiting);
  if (status === 200) {
    own = body;
    tell("");
    remember();
  } else if (status === 403) {
    leave(body.say);
  }
  draw(true);
}

/** This phone takes no part any more; what it had not sent stays for when it joins again. */
function leave(said) {
  token = null;
  own = nothing();
  keep(store, null);
  history.replaceState(null, "", location.search);
  tell(said);
}

/* ---- joining ---- */

async function join(event) {
  event.preventDefault();
  const card = find("#card")?.value ?? "";
  const { status, body } = await post(`${root}/kom`, {
    card,
    lang: data.language,
    again: Boolean(kept(`${store}.was`)),
  });
  if (status !== 201) return tell(body.say ?? words.no_reach);
  token = body.token;
  keep(`${store}.was`, true);
  tell("");
  remember();
  if (room.roles.length)
    await restore(); // the server drew a role
  else draw(true);
}

/* ---- messages ---- */

function tell(text) {
  const note = find("#told");
  put(note, text);
  note.hidden = !text;
}

const waiting = (count) => tell(count > 1 ? words.trying : "");

/* ---- an answer ---- */

const standing = (question) => standingOf(own.answers[question], drafts[question]);

function changed(question, answer) {
  drafts = { ...drafts, [question]: answer };
  remember();
  drawStanding(question);
}

async function send(question, answer) {
  if (sending) return;
  const key = drafts[`${question}.key`] ?? newKey();
  drafts = { ...drafts, [`${question}.key`]: key };
  remember();
  sending = question;
  drawStanding(question);
  const on = own.revisions[question] ?? 0;
  const body = { token, question, answer, key, on, lang: data.language };
  const found = await sendUntilKept(`${root}/lever`, body, waiting);
  sending = null;
  const { [`${question}.key`]: _, ...rest } = drafts;
  drafts = rest;
  if (found.status === 200) {
    own.answers[question] = answer;
    own.revisions[question] = found.body.revision;
    delete drafts[question];
    keep(`${store}.sent`, found.body.revision + question); // another window of this phone looks again
    tell("");
  } else if (found.body.answer) {
    own.answers[question] = found.body.answer; // another window was newer: it counts, and this one stays a draft
    own.revisions[question] = found.body.revision;
    tell(found.body.say);
  } else if (found.status === 403) leave(found.body.say);
  else tell(found.body.say ?? words.no_reach);
  remember();
  draw(true);
}

function drawStanding(question) {
  const now = sending === question ? "sending" : standing(question);
  const line = find("#standing");
  line.hidden = !token || now === "none";
  put(line, line.hidden ? "" : words[`standing_${now}`]);
  line.dataset.standing = now;
}

/* ---- the step ---- */

function draw(fresh = false) {
  if (!state) return;
  const { step } = state;
  document.documentElement.dataset.room = step.id;
  find("#join").hidden = Boolean(token) || state.phase === "closed";
  find("#room").hidden = !token;
  find("#begins").hidden = state.phase !== "prepared";
  find("#rehearsal").hidden = state.phase !== "rehearsing";
  find("#ended").hidden = state.phase !== "closed";
  put(find("#at"), fill(words.at, { number: step.index + 1, all: step.of }));
  for (const section of document.querySelectorAll("[data-on]"))
    section.hidden = !section.dataset.on.split(" ").includes(step.id);
  const about = words[`step_${step.id}`];
  put(find("#step-title"), about);
  document.title = `${about} - ${room.title}`;
  const asked = askedNow(state);
  if (fresh || asked !== shownStep) drawQuestion();
  shownStep = asked;
  if (step.id === "facts") tellCard();
  drawRole(find("#role"), room, own.role, step.id);
  drawOnPhone(find("#shown"), data, state, words, {
    own: own.answers,
    stages: room.stages,
    topics: room.topics,
    choices,
  });
}

function drawQuestion() {
  const place = find("#question-place");
  const { question } = state;
  const said = saidInstead(state, question, question ? standing(question) : "none");
  put(find("#wait"), said ? words[said] : "");
  find("#wait").hidden = !said || (state.step.id === "facts" && !question);
  place.replaceChildren();
  drawStanding(question ?? "none");
  onBack = null;
  if (!token || said) return;
  FORMS[question](place, question);
}

/** The second round begins from the first one, but never from a role that was played. */
const again = (question) => question === "second" && state.kind !== "roles";

function weighingForm(place, question) {
  const sent = own.answers[question] ?? (again(question) ? own.answers.weigh : null);
  const answers = () => drafts[question]?.walk ?? (sent ? answersFrom(data, sent) : {});
  const reason = element("textarea", { maxlength: 300, rows: 3, id: "reason", "aria-describedby": "reason-note" });
  reason.value = drafts[question]?.said ?? own.answers[question]?.said ?? "";
  const note = (walk, said) => changed(question, { walk, said });
  reason.addEventListener("input", () => note(answers(), reason.value));
  const round = {
    answers,
    before: () => question === "second" && again(question) && sent && standing(question) === "none",
    standing: () => (sending === question ? "sending" : standing(question)),
    changed: (walk) => note(walk, reason.value),
    send: () => send(question, { ...ballotOf(data, answers()), ...(reason.value.trim() && { said: reason.value }) }),
    reason: element(
      "div",
      { class: "s-reason" },
      element("label", { for: "reason" }, words.reason),
      reason,
      element("p", { id: "reason-note", class: "w-quiet" }, words.no_names),
    ),
  };
  const screens = weighing(place, data, round, words);
  screens.draw();
  onBack = screens.back;
}

const simple = (form) => (place, question) =>
  form(place, {
    data,
    room,
    words,
    answer: drafts[question] ?? own.answers[question] ?? null,
    changed: (answer) => changed(question, answer),
    send: (answer) => send(question, answer),
    state,
  });

const FORMS = {
  attendance: simple(attendanceForm),
  gut: simple(gutForm),
  weigh: weighingForm,
  second: weighingForm,
  name: simple(nameForm),
  mark: simple(markForm),
  record: simple(recordForm),
};

/* ---- what starts it all ---- */

document.documentElement.classList.add("m-js");
const card = find("#card");
if (card) card.value = new URLSearchParams(location.hash.slice(1)).get("k") ?? ""; // from the code on a printed card
find("#join form").addEventListener("submit", join);
listen(root, false, {
  state: (found) => {
    const fresh = token && begins(state, found);
    state = found;
    draw();
    if (fresh) restore();
  },
  counts: () => {},
  gone: () => tell(words.gone),
  reach: (here) => tell(here ? "" : words.no_reach),
});
offerLink(find("#copy"), find("#copied"), words);
addEventListener("popstate", ({ state: at }) => onBack?.(at?.theme));
addEventListener("storage", ({ key }) => key === `${store}.sent` && token && restore());
if (token) restore();
