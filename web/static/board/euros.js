// Euros on the phone and on the projector: nothing is asked before somebody turns them on, and what comes back is only
// shown. Whether they are on stands in the address, with the choices that the link held.

const PART = "e";

/**
 * The place of the euros: a dialog or a fold with `data-address`, `data-choices` and the words for waiting and failing.
 * `text` is where the answer goes.
 */
export function euroPlace(place, text) {
  const { address, choices, wait, failed } = place.dataset;
  let here = null; // the answer, once it is there; the choices do not change on these pages

  return {
    /** Whether the link asked for them. */
    wanted: place.dataset.on !== undefined,

    /** Puts the choices in the parts of an address, or takes them out. */
    write(parts, on) {
      if (on) parts.set(PART, choices);
      else parts.delete(PART);
      return parts;
    },

    async fill(language) {
      if (here !== null) return;
      text.textContent = wait;
      try {
        const body = new URLSearchParams({ lang: language, [PART]: choices });
        const answer = await fetch(new URL(address, location.href), { method: "POST", body });
        if (!answer.ok) throw new Error(String(answer.status));
        here = await answer.text();
        text.innerHTML = here; // from our own server, in which everything from a case is escaped
      } catch {
        text.textContent = failed;
      }
    },
  };
}
