// How sure the result is: a place on the board that waits while a hand moves, and a question to the server on release.
// Python decides; this file only shows what came back, and never an answer to older weights.

import { element } from "./dom.js";

const REST = 60; // milliseconds without a new release before the question is asked

/** The place below the totals. */
export function verdictPlace() {
  return element("div", { class: "b-verdict", "aria-live": "polite" });
}

/** While the weights move the last verdict no longer holds: say so instead of leaving it standing. */
export function waitForVerdict(place, words) {
  if (!place.firstChild || place.dataset.waiting) return;
  place.dataset.waiting = "true";
  place.style.minHeight = `${place.offsetHeight}px`; // nothing moves under a hand
  place.replaceChildren(element("p", { class: "w-quiet" }, words.verdict_wait));
}

/** HTML from our own server, in which everything from a case is escaped. */
export function showVerdict(place, html) {
  delete place.dataset.waiting;
  place.style.minHeight = "";
  place.shown = html;
  place.innerHTML = html;
}

/** A function that asks the server for the verdict on these weights, once per release and only the newest. */
export function askingFor(board, address) {
  let timer;
  let asked;
  return (parts) => {
    clearTimeout(timer);
    asked?.abort();
    timer = setTimeout(async () => {
      asked = new AbortController();
      const { signal } = asked;
      try {
        const answer = await fetch(address, { method: "POST", body: new URLSearchParams(parts), signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const html = await answer.text();
        if (!signal.aborted) board().judge(html);
      } catch {
        const failed = element("p", { class: "w-quiet" }, board().data.words.verdict_failed);
        if (!signal.aborted) board().judge(failed.outerHTML);
      }
    }, REST);
  };
}
