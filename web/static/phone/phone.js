// The resident's page: one step at a time, the board in two of them, everything kept in the address.
// The server wrote the facts, the words and what the link held. After a release it is asked how sure the result is;
// it gets the weights, no more, and keeps nothing.

import { askedPlace, euroPlace } from "../board/asked.js";
import { mountBoard } from "../board/board.js";
import { element } from "../board/dom.js";
import { requirementsPart, weighingParts } from "../board/link.js";
import { steady } from "../board/numbers.js";
import { fill, markup, shareText } from "../board/sentences.js";
import { answered, compare } from "../board/sum.js";
import { askingFor } from "../board/verdict.js";
import { showStart, shuffled } from "./phone_start.js";

const STEPS = ["frame", "facts", "weigh", "result"];

const find = (selector) => document.querySelector(selector);
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const data = read("board-data");
const words = data.phone;
const state = read("state");
data.themes = shuffled(data);
let board = null;
let enough = false;
let seen = false; // the result of this board
let given = null; // points before "start again"
const money = find("#euros"); // only there when the case has amounts
const euros = money && euroPlace(money, find("#euros-text"));
const ask = askingFor(() => board, new URL(`../zeker/${data.case}`, location.href));

/* ---- the address ---- */

function parts(language = data.language) {
  const weighed = state.link.start ? weighingParts(data, state.link, state.points) : {};
  const made = new URLSearchParams({ lang: language, ...requirementsPart(data, state.off), ...weighed });
  return euros ? euros.write(made, money.open) : made;
}

function writeAddress() {
  history.replaceState(null, "", `?${parts()}${location.hash}`);
  for (const link of document.querySelectorAll("[data-language]"))
    link.href = `?${parts(link.dataset.language)}${location.hash}`;
  const shared = new URL(location.href);
  shared.hash = enough ? "result" : "frame";
  find("#address").value = shared.href;
  const planner = parts();
  planner.set("case", data.case);
  const target = new URL(find("#planner").href);
  target.search = planner;
  find("#planner").href = target.href;
  const more = find("#to-euros");
  if (more) more.search = planner;
}

/* ---- one step at a time ---- */

const stepNow = () => (STEPS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "frame");

function showStep(moveFocus) {
  const step = stepNow();
  document.documentElement.dataset.step = step;
  for (const section of document.querySelectorAll(".m-step")) section.classList.toggle("m-now", section.id === step);
  for (const link of document.querySelectorAll(".m-steps a")) {
    if (link.hash === `#${step}`) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  document.title = `${words[`title_${step}`]} - ${document.title.split(" - ").slice(-2).join(" - ")}`;
  arrange();
  if (step === "result" && enough && !seen) board.asNew();
  seen ||= step === "result" && enough;
  writeAddress();
  if (!moveFocus) return;
  find(`#${step}-title`).focus({ preventScroll: true });
  scrollTo(0, step === "frame" ? 0 : find(".m-steps").offsetTop);
}

/** The board stands in the step that is shown; the bar only where a thumb can move something. */
function arrange() {
  const step = stepNow();
  const started = Boolean(state.link.start);
  find("#start").hidden = started;
  find("#weighing").hidden = !started;
  find("#outcome").hidden = !enough;
  find("#no-result").hidden = enough;
  find("#share").hidden = !enough;
  find("#bar").hidden = !(started && step === "weigh");
  const place = find(step === "result" ? "#outcome .m-board-here" : "#weighing .m-board-here");
  if (board && board.root.parentNode !== place) place.append(board.root);
  const note = find("#stale");
  if (note) {
    note.hidden = !started || !state.stale || !["weigh", "result"].includes(step);
    if (!note.hidden) find(`#${step}-title`).after(note);
  }
}

/* ---- weighing ---- */

function begin(start, points) {
  state.link.start = start;
  state.points = points;
  mount();
  arrange();
  writeAddress();
  find("#weigh-title").focus({ preventScroll: true });
  scrollTo(0, find(".m-steps").offsetTop);
}

function mount() {
  seen = false;
  const root = element("div", { class: "m-board" });
  find("#weighing .m-board-here").replaceChildren(root);
  find("#outcome .m-board-here").replaceChildren();
  board = mountBoard(root, data, state.points, {
    plain: true,
    onCommit: keep,
    onReset: startAgain,
    onDraw: drawAround,
  });
  if (enough) ask(parts());
}

function keep(points) {
  state.points = points;
  arrange();
  writeAddress();
  if (enough) ask(parts());
  askFolds();
}

function startAgain() {
  given = { start: state.link.start, points: state.points };
  state.link.start = null;
  state.points = { themes: {}, criteria: {}, unsure: [] };
  board.root.remove();
  board = null;
  enough = false;
  find(".m-again").hidden = false;
  arrange();
  writeAddress();
  find("#weigh-title").focus({ preventScroll: true });
  scrollTo(0, find(".m-steps").offsetTop);
}

/** On every input event: the strip with its reason, and on the result page the weights. */
function drawAround(now, result, before) {
  enough = Boolean(result);
  const strip = find("#strip");
  if (now.strip.parentNode !== strip) strip.replaceChildren(now.strip);
  find("#bar a").hidden = !enough;
  const left = data.themes.length - answered(now.points);
  for (const link of document.querySelectorAll("[data-to-result]"))
    link.textContent = left ? fill(words.left, { count: left }) : link.dataset.toResult;
  find("#line").innerHTML = result ? reason(now, result, before) : words.rest_none;
  const profile = data.profiles[state.link.start];
  const began = profile ? fill(words.started_profile, { profile: profile.label }) : words.started_own;
  for (const place of document.querySelectorAll(".m-started")) place.textContent = began;
  if (!result) return;
  const order = data.themes.map((_, place) => place).sort((a, b) => result.shares[b] - result.shares[a]);
  find("#weights").replaceChildren(
    ...order.filter((place) => data.themes[place].id in now.points.themes).map((place) => weightRow(place, result)),
  );
  find(".m-inside").textContent = Object.keys(now.points.criteria).length ? words.inside : "";
}

function weightRow(place, result) {
  const theme = data.themes[place];
  const bar = element(
    "span",
    { class: "m-meter", "aria-hidden": "true" },
    element("span", { style: `width:${(100 * result.shares[place]).toFixed(2)}%` }),
  );
  return element(
    "li",
    {},
    element("span", { class: "w-key", "aria-hidden": "true" }, String(theme.number)),
    element("span", {}, theme.label),
    element("b", {}, shareText(data, result, place)),
    bar,
  );
}

/** Why the strip moves: which theme weighs more or less, whom that helps most and whom least. */
function reason(now, result, before) {
  const earlier = before?.themes ?? {};
  const moved = data.themes.filter((theme) => earlier[theme.id] !== now.points.themes[theme.id]);
  const theme = moved[0];
  if (moved.length !== 1 || !(theme.id in now.points.themes) || answered(before) < data.rules.enough)
    return restLine(now, result);
  const old = compare(data, before);
  const changes = result.rows.map((row, place) => steady(row.middle - old.rows[place].middle));
  const { small } = data.rules; // a total that moves less is called unchanged
  const [most, least] = [Math.max(...changes), Math.min(...changes)];
  const names = {
    up: data.alternatives[changes.indexOf(most)].label,
    down: data.alternatives[changes.indexOf(least)].label,
  };
  const kind = !(theme.id in earlier) ? "new" : now.points.themes[theme.id] > earlier[theme.id] ? "more" : "less";
  const effect = most > small ? (least < -small ? "both" : "up") : least < -small ? "down" : "little";
  return `${markup(words[`moved_${kind}`], { theme: theme.label })} ${markup(words[`moved_${effect}`], names)}`;
}

function restLine(now, result) {
  if (!result.contenders.length) return data.words.why_nobody;
  const [first, second] = result.mayBeFirst.length ? result.mayBeFirst : [result.first, result.second];
  const names = { first: data.alternatives[first].label, second: data.alternatives[second].label };
  const count = answered(now.points);
  const sum =
    count < data.themes.length ? ` ${markup(words.weighed, { weighed: count, count: data.themes.length })}` : "";
  const tie = result.mayBeFirst.length ? words.rest_unsure : words.rest_tie;
  return markup(result.undecided ? tie : words.rest_first, names) + sum;
}

/* ---- sharing ---- */

async function copy() {
  const field = find("#address");
  let done = false;
  try {
    await navigator.clipboard.writeText(field.value);
    done = true;
  } catch {
    field.select();
    done = document.execCommand?.("copy") ?? false;
  }
  find("#copied").textContent = done ? words.copied : words.copy_failed;
}

/** Opening the fold turns the euros on, closing it turns them off. */
function showEuros() {
  if (money.open) euros.fill(data.language);
  writeAddress();
}

/** What the server fills in for these weights: asked when its fold opens, and after every release while it is open. */
const folds = ["#when", "#gaps"].map((name) => ({
  place: find(name),
  asked: askedPlace(find(name), find(`${name}-text`)),
}));
const askFolds = () => {
  for (const { place, asked } of folds) if (place.open) asked(parts());
};

/** A hard requirement on or off: the server writes the page anew, with the same weights. */
function switchRequirement(name, on) {
  state.off = state.off.filter((item) => item !== name).concat(on ? [] : [name]);
  writeAddress();
  location.reload();
}

function listen() {
  for (const { place } of folds) place.addEventListener("toggle", askFolds);
  for (const box of document.querySelectorAll("[data-requirement]")) {
    box.addEventListener("change", () => switchRequirement(box.dataset.requirement, box.checked));
  }
  addEventListener("hashchange", () => showStep(true));
  find("#copy").addEventListener("click", copy);
  if (navigator.share) {
    find("#send").hidden = false;
    find("#send").addEventListener("click", () =>
      navigator.share({ title: document.title, url: find("#address").value }).catch(() => {}),
    );
  }
  find("#again").addEventListener("click", () => given && begin(given.start, given.points));
  find("#confirm")?.addEventListener("click", () => {
    state.link = { ...state.confirmed, start: state.link.start };
    state.stale = false;
    arrange();
    writeAddress();
  });
}

if (money) {
  money.hidden = false;
  money.addEventListener("toggle", showEuros);
  if (euros.wanted) money.open = true;
}
if (state.link.start) mount();
showStart(data, begin);
listen();
showStep(false);
document.documentElement.classList.add("m-js");
performance.mark("ready"); // for the benchmark: from here on everything can be used
