// How sure the result is: a place on the board that waits while a hand moves, and a question to the server on release.
// Python decides; this file only shows what came back, and says so while that is about the weights before.

import { element } from "./dom.js";

const REST = 60; // milliseconds without a new release before the question is asked

/** The place below the totals: a card, and the words that stand there while it does not hold. */
export function verdictPlace(words) {
  const place = element("div", { class: "b-verdict", "aria-live": "polite" });
  place.card = element("div", { class: "b-verdict-card" });
  place.append(
    element("p", { class: "b-verdict-wait" }, words.verdict_wait),
    element("p", { class: "b-verdict-before" }, words.verdict_before),
    place.card,
  );
  return place;
}

/** While the weights move the last verdict does not hold. It stays, marked as one of before: nothing moves under a hand.
 * The wall has no room for both, and shows that the next one is waited for. */
export function waitForVerdict(place, waiting) {
  const shown = waiting && place.card.firstChild ? "true" : "false";
  if (place.dataset.waiting !== shown) place.dataset.waiting = shown;
}

export function showVerdict(place, html) {
  place.card.innerHTML = html;
  waitForVerdict(place, false);
}

/** The rows of the alternatives that the verdict in view names beside the first. */
export const namedBy = (place) => {
  const { named } = place.card.querySelector("[data-named]")?.dataset ?? {};
  return named ? named.split(" ").map(Number) : [];
};

/** HTML from our own server, in which everything from a case is escaped. */
export async function answerTo(address, parts, signal) {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(parts), signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
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
        const html = await answerTo(address, parts, signal);
        if (!signal.aborted) board().judge(html);
      } catch {
        const failed = element("p", { class: "w-quiet" }, board().data.words.verdict_failed);
        if (!signal.aborted) board().judge(failed.outerHTML);
      }
    }, REST);
  };
}
