// The plans as cards beside each other: a swipe, two buttons or the arrow keys go from one to the next.

import { fill } from "../board/sentences.js";

/** Returns what says which card is in view; to be called when the cards come on the screen. */
export function swipeCards(words) {
  const row = document.querySelector(".m-slides");
  const cards = [...row.children];
  const [back, on] = [document.querySelector("#slide-back"), document.querySelector("#slide-on")];
  const at = () => {
    const middle = row.scrollLeft + row.clientWidth / 2;
    const found = cards.findIndex((card) => card.offsetLeft + card.offsetWidth > middle);
    return found < 0 ? cards.length - 1 : found;
  };
  const tell = () => {
    document.querySelector("#slide-at").textContent = fill(words.count, { number: at() + 1, all: cards.length });
    back.disabled = at() === 0;
    on.disabled = at() === cards.length - 1;
  };
  const move = (by) => {
    const card = cards[Math.min(cards.length - 1, Math.max(0, at() + by))];
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    row.scrollTo({ left: card.offsetLeft, behavior: calm ? "instant" : "smooth" });
  };
  back.addEventListener("click", () => move(-1));
  on.addEventListener("click", () => move(1));
  row.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    move(by);
  });
  row.addEventListener("scroll", tell, { passive: true });
  addEventListener("resize", tell);
  return tell;
}
