// The result in one screen: what comes first, the values that decided it, when that flips and how sure it is. The rest,
// sentence by sentence and number by number, stands in folds below.

import { drawBars } from "../board/bars.js";
import { makeDial } from "../board/dial.js";
import { element, put } from "../board/dom.js";
import { flipOnly, notTheSecond } from "../board/flips.js";
import { decidedBy, deciding, fill, listed, markup, noteText, shareText, spoken, top } from "../board/sentences.js";
import { inOrder } from "../board/sum.js";
import { askingFor, namedBy, showVerdict, verdictPlace, waitForVerdict } from "../board/verdict.js";
import { drawFlowers, drawTable, reorder } from "../board/views.js";

const LONGEST = 90; // signs of a headline, three lines on a small phone

const find = (selector) => document.querySelector(selector);

/** What is said first about a result, why, and when that flips: {headline, because, flip}, as markup. `word` is the verdict
 * on these weights: without one that names a first place the totals are all that can be said. `trying`: the weights are
 * those of the dial. */
export function inShort(data, result, word, trying = false) {
  const { phone: words } = data;
  const names = { first: data.alternatives[result.first].label, top: top(data, result) };
  const own = word && word !== "undecided" ? words.result_first : words.result_highest;
  const ahead = trying ? words.result_trying : own;
  const all = deciding(data, result);
  if (!result.contenders.length) return { headline: words.result_nobody, because: all, flip: "" };
  if (result.mayBeFirst.length) return { ...dependsOn(data, result, all), flip: "" };
  const flip = flipOnly(data, result);
  if (result.contenders.length === 1) return { headline: markup(ahead, names), because: all, flip };
  if (!result.undecided) return { headline: markup(ahead, names), because: decidedBy(data, result), flip };
  return { ...together(data, result, all), flip };
}

/** The headline names all that come out almost equal, or that can be first whatever is not known, where they fit; otherwise
 * the sentence below it does. */
function together(data, { first, level, known, tied }, all) {
  const { phone: words } = data;
  const labels = [first, ...level].map((row) => data.alternatives[row].label);
  const equal = known || tied;
  const alternatives = listed(data, labels, equal ? "and" : "or");
  const headline = fill(equal ? words.result_tie : words.result_may, { alternatives });
  if (headline.length > LONGEST) return { headline: words.result_open, because: all };
  return { headline: markup("{headline}", { headline }), because: "" };
}

/** Whether the totals name a first that the verdict does not; what they leave open themselves they say more fully. */
export const isUnclear = (result, word) => word === "undecided" && !result.undecided;

/** The headline names the themes that leave it open, where they fit; otherwise the sentence below it does. */
function dependsOn(data, { unsure, mayBeFirst }, all) {
  const { phone: words } = data;
  const headline = fill(words.result_depends, { themes: unsure.map((at) => data.themes[at].inline).join("; ") });
  if (headline.length > LONGEST) return { headline: words.result_open, because: all };
  const alternatives = mayBeFirst.map((row) => data.alternatives[row].label).join(", ");
  return { headline: markup("{headline}", { headline }), because: markup(words.may_be_first, { alternatives }) };
}

/** The tiles of the facts once more. */
function landOnPage() {
  const plans = [...document.querySelectorAll(".m-slide .w-tiles")].map(({ outerHTML }) => outerHTML);
  return plans.length ? { plans, uses: find("#facts .w-land-uses").innerHTML } : null;
}

/**
 * The result screen. `draw(points, result)` when it is shown; `ask(parts)` asks the server how sure it is;
 * `give(points, done)` gets the points of the dial; `showPlans()` hides the rows of plans that are not in view.
 */
export function outcomeScreen(data, give, showPlans) {
  const { phone: words } = data;
  const dial = makeDial({ ...data, land: landOnPage() }, give, { back: true });
  find("#dial").append(dial.root);
  find("#own-back").addEventListener("click", () => {
    dial.goBack();
    find("#result-title").focus();
  });
  const verdict = verdictPlace(data.words);
  find("#verdict").append(verdict);
  let word = null; // what the server said on these weights; empty when it could not say
  let shown = null; // the result in view
  const sure = (text) => put(find("#sure"), text);
  /** First places are for the verdict. The doubt may be larger than the difference: then the headline says so. */
  const drawHeadline = () => {
    const { headline, because } = inShort(data, shown, word, dial.trying);
    const unclear = isUnclear(shown, word) && !dial.trying;
    find("#result-title").innerHTML = unclear ? markup(words.result_undecided, {}) : headline;
    find("#because").innerHTML = because;
    find("#because").hidden = unclear;
    find("#own-back").hidden = !dial.trying;
    // while the verdict is waited for, the sentence names no rival that the verdict may not name
    const why = deciding(data, shown, word === null ? null : namedBy(verdict));
    find(".w-why").innerHTML = [why, notTheSecond(data, shown)].filter(Boolean).join(" ");
  };
  const ahead = find("#futures summary");
  const title = ahead?.textContent;
  /** In how many futures each plan is good enough; while that is waited for only what the fold is about. */
  const tellFutures = (said) => {
    if (!ahead) return;
    const counts = said?.futures ? said.good.split("|") : [];
    const plans = data.alternatives.map(({ id, code, colour }, row) =>
      element(
        "span",
        { "data-alternative": id },
        element("span", { class: "w-badge", style: `--c:${colour}` }, code),
        ` ${counts[row]} `,
      ),
    );
    const list = element("span", { class: "m-counts", "data-plans": "" }, ...plans);
    ahead.replaceChildren(counts.length ? element("span", {}, `${said.futures} `, list) : title);
    showPlans();
  };
  const judged = {
    data,
    judge(html) {
      showVerdict(verdict, html);
      const said = verdict.querySelector(".w-verdict")?.dataset;
      tellFutures(said);
      word = said?.word ?? "";
      drawHeadline();
      sure(word ? (words[`sure_${said.reason}`] ?? "") : data.words.verdict_failed);
    },
  };
  const askServer = askingFor(() => judged, new URL(`../zeker/${data.case}`, location.href));
  let asked = "";
  return {
    draw(points, result) {
      const { flip } = inShort(data, result);
      shown = result;
      find(".w-flip").innerHTML = flip;
      find(".w-flip").hidden = !flip;
      find("#sure").hidden = result.mayBeFirst.length > 0; // that nobody can say it stands above
      drawBars(find("#bars"), data, result, null);
      reorder(find("#bars"), result.order);
      showPlans();
      find("#spoken").textContent = spoken(data, result);
      put(find("#table-note"), noteText(data, result, "table"));
      drawFlowers(find("#flowers"), data, result, null);
      put(find("#flowers-note"), data.words.flowers_help);
      drawTable(find("#table"), data, result);
      find("#weights").replaceChildren(...inOrder(data).map((place) => weightRow(data, result, place)));
      dial.draw(points, result);
      find("#tip").hidden = dial.root.hidden;
      find("#inside").hidden = !Object.keys(points.criteria).length;
    },

    /** The answers are the person's own again. */
    settle: () => dial.settle(),

    /** While a hand moves the knob of the dial nothing else moves. */
    move: (points, result) => dial.draw(points, result, true),

    /** After `draw`: asks when these weights were not judged yet, or the last answer did not come. */
    ask(parts) {
      const known = String(parts) === asked && word;
      if (String(parts) !== asked) sure(words.sure_wait);
      asked = String(parts);
      word = known || null;
      drawHeadline();
      if (known) return;
      tellFutures();
      waitForVerdict(verdict, true);
      askServer(parts);
    },
  };
}

/** A theme with its weight; a press leads to its question. */
function weightRow(data, result, place) {
  const theme = data.themes[place];
  const unsure = result.unsure.includes(place);
  const bar = element(
    "span",
    { class: "m-meter", "aria-hidden": "true" },
    element("span", { style: `width:${(100 * result.shares[place]).toFixed(2)}%` }),
  );
  return element(
    "li",
    {},
    element("span", { class: "w-key", "aria-hidden": "true" }, String(theme.number)),
    element("a", { href: `#weigh-${theme.id}` }, theme.label),
    element("b", {}, unsure ? data.words.unsure : shareText(data, result, place)),
    bar,
  );
}
