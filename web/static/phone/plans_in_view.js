// Which plans are in view, alike on every screen: at most six, the others at a press on any of the buttons.

import { put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { someAtOnce } from "../board/some.js";

const BUTTON = ".m-others";

/** Returns what hides the rows of the plans that are not in view, in every list of plans that is there by then. */
export function plansInView(data) {
  const some = someAtOnce(data.alternatives);
  const show = () => {
    for (const list of document.querySelectorAll("[data-plans]")) some.show(list);
    for (const button of document.querySelectorAll(BUTTON)) {
      button.hidden = !some.others;
      put(button, fill(data.words.others, { count: some.others }));
    }
  };
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.(BUTTON)) return;
    some.turn();
    show();
  });
  return show;
}
