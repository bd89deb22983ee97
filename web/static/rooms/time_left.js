// A clock that counts down to a moment of the server. It closes nothing.

import { put } from "../board/dom.js";
import { fill } from "../board/sentences.js";

const two = (number) => String(number).padStart(2, "0");

/** Minutes and seconds to a moment, or null when it has passed. */
export function leftUntil(ends, now) {
  const seconds = Math.ceil((Date.parse(ends) - now) / 1000);
  return seconds > 0 ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}` : null;
}

/** Keep `place` up to date; `ends` gives the moment, or nothing when no timer runs. */
export function timeLeft(place, ends, words) {
  const draw = () => {
    const moment = ends();
    place.hidden = !moment;
    if (!moment) return;
    const left = leftUntil(moment, Date.now());
    put(place, left ? fill(words.time_left, { left }) : words.time_over);
  };
  setInterval(draw, 500);
  draw();
}
