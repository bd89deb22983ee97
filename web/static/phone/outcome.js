// The result in one screen: what comes first, the values that decided it, when that flips and how sure it is. The rest,
// sentence by sentence and number by number, stands in folds below.

import { drawBars } from "../board/bars.js";
import { makeDial } from "../board/dial.js";
import { element, put } from "../board/dom.js";
import { notTheSecond } from "../board/flips.js";
import { deciding, markup, noteText, shareText, spoken } from "../board/sentences.js";
import { inOrder } from "../board/sum.js";
import { askingFor, namedBy, showVerdict, verdictPlace, waitForVerdict } from "../board/verdict.js";
import { drawFlowers, drawTable, reorder } from "../board/views.js";
import { inShort, isUnclear } from "./in_short.js";

const find = (selector) => document.querySelector(selector);

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
