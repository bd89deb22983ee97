// The resident's page: one screen at a time, one question a screen, everything kept in the address.
// The server wrote the facts, the words and what the link held. On the result screen it is asked how sure that is; it
// gets the weights, no more, and keeps nothing.

import { askedPlace, euroPlace } from "../board/asked.js";
import { requirementsPart, weighingParts } from "../board/link.js";
import { fill } from "../board/sentences.js";
import { answered, compare } from "../board/sum.js";
import { swipeCards } from "./cards.js";
import { drawLiveBar } from "./live_bar.js";
import { outcomeScreen } from "./outcome.js";
import { showExamples, shuffled } from "./phone_start.js";
import { plansInView } from "./plans_in_view.js";
import { cardOffer } from "./result_card.js";
import { listenToSharing } from "./sharing.js";
import { themeScreen } from "./theme_screen.js";
import { answersOf, hashOf, keptAnswers, openThemes, placeOf, pointsOf, themeAfter } from "./walk.js";

const find = (selector) => document.querySelector(selector);
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read("board-data");
const words = data.phone;
const state = read("state");
data.themes = shuffled(data);
const themes = data.themes.map((theme) => theme.id);
const { largest } = data.rules;
const title = document.title;
const money = find("#euros"); // only there when the case has amounts
const euros = money && euroPlace(money, find("#euros-text"));
const showPlans = plansInView(data);
const outcome = outcomeScreen(data, takeOver, showPlans);
const tellCard = swipeCards(words);
const card = cardOffer(data, () => ({ result: resultNow(), address: find("#address").value }));

let answers = keptAnswers(history.state?.answers, state.points, largest, themes) ?? answersOf(state.points);
let given = null; // answers before "start again"
let place = null;
let screen = null; // of the theme in view
let early = false; // the result was asked before every theme had its turn

/* ---- what follows from the answers ---- */

const points = () => pointsOf(answers, state.points.criteria, largest);
const complete = () => openThemes(themes, answers).length === 0;
const weighed = () => Object.keys(points().themes).length > 0;

/** The result so far; null while too little was answered to show one. */
function resultNow() {
  const now = points();
  return weighed() && answered(now) >= Math.min(data.rules.enough, themes.length) ? compare(data, now) : null;
}

/* ---- the address ---- */

function parts(language = data.language) {
  const start = { ...state.link, start: state.link.start ?? "own" };
  const made = new URLSearchParams({
    lang: language,
    ...requirementsPart(data, state.off),
    ...(weighed() && weighingParts(data, start, points())),
  });
  return euros ? euros.write(made, money.open) : made;
}

function writeAddress() {
  const here = hashOf(place);
  history.replaceState({ answers }, "", `?${parts()}${here}`);
  for (const link of document.querySelectorAll("[data-language]"))
    link.href = `?${parts(link.dataset.language)}${here}`;
  const shared = new URL(location.href);
  shared.hash = complete() && weighed() ? "result" : "frame";
  find("#address").value = shared.href;
  card.keepFor(shared.href);
  const elsewhere = parts();
  elsewhere.set("case", data.case);
  for (const link of document.querySelectorAll("[data-with-weights]")) link.search = elsewhere;
}

/* ---- one screen at a time ---- */

function go(hash) {
  const next = placeOf(hash, themes, answers);
  early = hash === "#result" && next.step !== "result";
  if (hashOf(next) !== hashOf(place)) history.pushState({ answers }, "", hashOf(next));
  show(next, true);
}

function show(next, moved) {
  place = next;
  const { step, theme } = place;
  document.documentElement.dataset.step = step;
  for (const section of document.querySelectorAll(".m-step")) section.classList.toggle("m-now", section.id === step);
  for (const link of document.querySelectorAll(".m-steps a")) {
    if (link.hash === `#${step}`) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  const about = theme ? data.themes[themes.indexOf(theme)].label : words[`title_${step}`];
  document.title = `${about} - ${title}`;
  find("#theme").replaceChildren();
  screen = theme ? questionOf(theme) : null;
  if (screen) find("#theme").append(screen.root);
  const note = find("#stale");
  if (note) {
    note.hidden = !weighed() || !state.stale || !["weigh", "result"].includes(step);
    if (!note.hidden) find(`#${step}-title`).after(note);
  }
  draw();
  if (step === "facts") tellCard(); // it measures, for which the browser lays the page out
  writeAddress();
  if (!moved) return;
  find(`#${step}-title`).focus({ preventScroll: true });
  scrollTo(0, 0);
}

function questionOf(id) {
  const at = themes.indexOf(id);
  const after = themeAfter(themes, id, answers, false);
  const link = (theme) => (theme ? `#weigh-${theme}` : "#result");
  return themeScreen(
    {
      data,
      theme: data.themes[at],
      number: at + 1,
      first: at === 0 && !(id in answers),
      early: early ? fill(words.early, { count: openThemes(themes, answers).length }) : null,
      previous: at ? link(themes[at - 1]) : "#frame",
      next: link(after),
    },
    (value, pressed) => answer(id, value, pressed),
    writeAddress,
  );
}

function answer(id, value, pressed) {
  const fresh = !(id in answers);
  answers = { ...answers, [id]: value };
  outcome.settle();
  if (!pressed) {
    draw();
    if (value === null || document.activeElement?.matches(".m-answer")) writeAddress();
    return;
  }
  writeAddress();
  const after = themeAfter(themes, id, answers, fresh);
  go(after ? `#weigh-${after}` : "#result");
}

/** Points from the dial, as answers to all themes. */
function takeOver(made, done) {
  answers = answersOf(made);
  if (!done) return outcome.move(points(), resultNow());
  draw();
  writeAddress();
}

/** What the answers change on the screen in view. */
function draw() {
  const result = resultNow();
  screen?.draw(answers[place.theme], result);
  drawLiveBar(find("#live"), data, place.step === "weigh" ? result : null);
  showPlans();
  const count = Object.keys(answers).length;
  find("#has-weights").hidden = !count;
  find("#has-weights p").textContent = fill(words.has_weights, { weighed: count, count: themes.length });
  find("#has-weights a").textContent = complete() ? words.to_result : words.go_on;
  find("#has-weights a").setAttribute("href", complete() ? "#result" : "#weigh"); // `hash` would keep the query of now
  find("#again").hidden = !given;
  const shown = complete() && result;
  for (const part of document.querySelectorAll("[data-with-result]")) part.hidden = !shown;
  find("#no-result").hidden = Boolean(shown);
  if (!shown) find("#result-title").textContent = words.title_result;
  if (place.step !== "result" || !shown) return;
  const profile = data.profiles[state.link.start];
  find("#started").textContent = profile ? fill(words.started_profile, { profile: profile.label }) : "";
  outcome.draw(points(), result);
  outcome.ask(parts());
  askFolds();
}

/* ---- the folds ---- */

/** What the server fills in for these weights: asked when its fold opens, and anew with other weights. */
const folds = ["#futures", "#when", "#gaps"].filter(find).map((name) => ({
  place: find(name),
  asked: askedPlace(find(name), find(`${name}-text`)),
}));

function askFolds() {
  for (const { place: fold, asked } of folds) if (fold.open) asked(parts());
}

/** Opening the fold turns the euros on, closing it turns them off. */
function showEuros() {
  if (money.open) euros.fill(data.language);
  writeAddress();
}

/** A hard requirement on or off: the server writes the page anew, with the same weights. */
function switchRequirement(name, on) {
  state.off = state.off.filter((item) => item !== name).concat(on ? [] : [name]);
  writeAddress();
  location.reload();
}

/** After a lost connection: what did not come is asked again. */
function askAgain() {
  if (document.visibilityState !== "visible" || place.step !== "result") return;
  draw();
  if (money?.open) euros.fill(data.language);
}

function begin(start, { themes: values, criteria, unsure }) {
  outcome.settle();
  state.link.start = start;
  state.points = { themes: values, criteria, unsure };
  answers = answersOf(state.points);
  given = null;
  go("#result");
}

function startAgain() {
  outcome.settle();
  given = { ...state, link: { ...state.link }, answers };
  state.link.start = null;
  state.points = { themes: {}, criteria: {}, unsure: [] };
  answers = {};
  go("#weigh");
}

function listen() {
  addEventListener("popstate", () => {
    early = false;
    show(placeOf(location.hash, themes, answers) ?? place, true);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || !placeOf(link.hash, themes, answers)) return;
    event.preventDefault();
    go(link.hash);
  });
  for (const { place: fold } of folds) fold.addEventListener("toggle", askFolds);
  for (const box of document.querySelectorAll("[data-requirement]"))
    box.addEventListener("change", () => switchRequirement(box.dataset.requirement, box.checked));
  addEventListener("online", askAgain);
  addEventListener("pageshow", (event) => event.persisted && askAgain());
  document.addEventListener("visibilitychange", askAgain);
  find("#start-again").addEventListener("click", startAgain);
  find("#again").addEventListener("click", () => {
    state.link = given.link;
    state.points = given.points;
    answers = given.answers;
    given = null;
    go("#result");
  });
  find("#confirm")?.addEventListener("click", () => {
    state.link = { ...state.confirmed, start: state.link.start };
    state.stale = false;
    show(place, true); // the button is gone: the title takes the keyboard
  });
}

if (money) {
  money.hidden = false;
  money.addEventListener("toggle", showEuros);
  if (euros.wanted) money.open = true;
}
showExamples(data, begin);
listenToSharing(words);
document.documentElement.classList.add("m-js");
const start = placeOf(location.hash, themes, answers) ?? { step: "frame", theme: null };
early = location.hash === "#result" && start.step !== "result";
show(start, false);
listen();
performance.mark("ready"); // for the benchmark: from here on everything can be used
