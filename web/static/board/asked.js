// A part of the page that the server fills in for the weights of now: now, later and elsewhere, and what nobody knows.

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
      const answer = await fetch(new URL(place.dataset.address, location.href), { method: "POST", body: new URLSearchParams(parts) });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (shown === asked) text.innerHTML = html; // from our own server, in which everything from a case is escaped
    } catch {
      if (shown !== asked) return; // a newer question is under way
      text.textContent = place.dataset.failed;
      shown = "";
    }
  };
}
