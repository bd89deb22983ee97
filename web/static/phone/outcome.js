// The result in one screen: what comes first, the values that decided it, when that flips and how sure it is. The rest,
// sentence by sentence and number by number, stands in folds below.

import { makeDial } from "../board/dial.js";
import { element, put } from "../board/dom.js";
import { decidedBy, deciding, markup, nearestFlip, noteText, shareText, spoken } from "../board/sentences.js";
import { inOrder } from "../board/sum.js";
import { askingFor, showVerdict, verdictPlace, waitForVerdict } from "../board/verdict.js";
import { drawBars, drawFlowers, drawTable, reorder } from "../board/views.js";

const find = (selector) => document.querySelector(selector);

/** What is said first about a result, why, and when that flips: {headline, because, flip}, as markup. */
export function inShort(data, result) {
  const { phone: words } = data;
  const names = (places) =>
    Object.fromEntries(["first", "second"].map((name, at) => [name, data.alternatives[places[at]]?.label]));
  const all = deciding(data, result);
  if (!result.contenders.length) return { headline: words.result_nobody, because: all, flip: "" };
  if (result.mayBeFirst.length) return { headline: words.result_open, because: all, flip: "" };
  const flip = nearestFlip(data, result);
  if (result.contenders.length === 1)
    return { headline: markup(words.result_first, names(result.order)), because: all, flip };
  if (!result.undecided)
    return { headline: markup(words.result_first, names(result.order)), because: decidedBy(data, result), flip };
  if (!result.known) return { headline: words.result_open, because: all, flip };
  return { headline: markup(words.result_tie, names(result.order)), because: "", flip };
}

/** The tiles of the facts once more. */
function landOnPage() {
  const plans = [...document.querySelectorAll(".m-slide .w-tiles")].map(({ outerHTML }) => outerHTML);
  return plans.length ? { plans, uses: find("#facts .w-land-uses").innerHTML } : null;
}

/**
 * The result screen. `draw(points, result)` when it is shown; `ask(parts)` asks the server how sure it is;
 * `give(points, done)` gets the points of the dial.
 */
export function outcomeScreen(data, give) {
  const { phone: words } = data;
  const dial = makeDial({ ...data, land: landOnPage() }, give, { back: true });
  find("#dial").append(dial.root);
  const verdict = verdictPlace(data.words);
  find("#verdict").append(verdict);
  let answer = false; // whether the server has said how sure these weights are
  let unclear = false; // whether it said that the first place is undecided
  const sure = (text) => put(find("#sure"), text);
  /** Totals put one plan on top, but the doubt is larger than the difference: then no headline names a first place. */
  const withholdFirst = () => {
    if (!unclear) return;
    put(find("#result-title"), words.result_undecided);
    find("#because").hidden = true;
  };
  const judged = {
    data,
    judge(html) {
      showVerdict(verdict, html);
      const found = verdict.querySelector(".w-verdict");
      answer = Boolean(found);
      unclear = found?.dataset.word === "undecided";
      withholdFirst();
      sure(found ? (words[`sure_${found.dataset.word}`] ?? "") : data.words.verdict_failed);
    },
  };
  const askServer = askingFor(() => judged, new URL(`../zeker/${data.case}`, location.href));
  let asked = "";
  return {
    draw(points, result) {
      const { headline, because, flip } = inShort(data, result);
      find("#result-title").innerHTML = headline;
      find("#because").innerHTML = because;
      find("#because").hidden = false;
      find(".w-flip").innerHTML = flip;
      find(".w-flip").hidden = !flip;
      find("#sure").hidden = result.mayBeFirst.length > 0; // that nobody can say it stands above
      find(".w-why").innerHTML = deciding(data, result);
      drawBars(find("#bars"), data, result, null);
      reorder(find("#bars"), result.order);
      find("#spoken").textContent = spoken(data, result);
      put(find("#bars-note"), noteText(data, result, "bars"));
      drawFlowers(find("#flowers"), data, result, null);
      put(find("#flowers-note"), data.words.flowers_help);
      drawTable(find("#table"), data, result);
      find("#weights").replaceChildren(...inOrder(data).map((place) => weightRow(data, result, place)));
      dial.draw(points, result);
      find("#tip").hidden = dial.root.hidden;
      find("#inside").hidden = !Object.keys(points.criteria).length;
    },

    /** While a hand moves the knob of the dial nothing else moves. */
    move: (points, result) => dial.draw(points, result, true),

    /** Asks when these weights were not judged yet, or the last answer did not come. */
    ask(parts) {
      if (String(parts) === asked && answer) return withholdFirst();
      if (String(parts) !== asked) sure(words.sure_wait);
      asked = String(parts);
      answer = unclear = false;
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
