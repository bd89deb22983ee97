// The card of the role that somebody drew: to read when the cards are dealt, folded while weighing in that role.

import { element } from "../board/dom.js";

const PLAYED = ["cards", "facts", "weigh"];

/** The card in `place`, at the steps in which the role is played; in one's own round it is gone. */
export function drawRole(place, room, role, step) {
  const found = room.roles.find(({ id }) => id === role);
  place.hidden = !found || !PLAYED.includes(step);
  if (place.hidden || place.dataset.step === step) return;
  place.dataset.step = step;
  const { words } = room;
  const card = [
    element("p", {}, found.about),
    element("p", {}, found.why),
    found.lacks ? element("p", {}, `${words.role_lacks} ${found.lacks}`) : null,
    element("p", { class: "w-quiet" }, found.based),
    element("p", { class: "m-note" }, words.role_play),
  ];
  const name = `${words.role_yours} ${found.label}`;
  place.replaceChildren(
    step === "cards"
      ? element("div", { class: "s-role" }, element("h2", {}, name), ...card)
      : element("details", { class: "s-role" }, element("summary", {}, name), ...card),
  );
}
