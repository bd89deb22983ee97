// Parts of the page that the server fills in for the weights of now: now, later and elsewhere, what nobody knows, euros.

import { answerTo } from "./verdict.js";

/**
 * `place` is a dialog or a fold with `data-address` and the words for waiting and failing; `text` is where the answer
 * goes. The function that comes back asks for it, and only when something changed since the last answer.
 */
export function askedPlace(place, text) {
  let shown = "";
  return async (parts) => {
    const asked = String(parts);
    if (asked === shown) return;
    shown = asked;
    text.textContent = place.dataset.wait;
    try {
      const html = await answerTo(new URL(place.dataset.address, location.href), parts);
      if (shown === asked) text.innerHTML = html;
    } catch {
      if (shown !== asked) return; // a newer question is under way
      text.textContent = place.dataset.failed;
      shown = "";
    }
  };
}

/** Euros: not asked before somebody turns them on. Whether they are on stands in the address, with the choices. */
export function euroPlace(place, text) {
  const ask = askedPlace(place, text);
  const { part, choices } = place.dataset;
  return {
    /** Whether the link asked for them. */
    wanted: place.dataset.on !== undefined,

    /** Puts the choices in the parts of an address, or takes them out. */
    write(parts, on) {
      if (on) parts.set(part, choices);
      else parts.delete(part);
      return parts;
    },

    fill: (language) => ask(new URLSearchParams({ lang: language, [part]: choices })),
  };
}
