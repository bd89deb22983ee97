// Six alternatives at once on the start of the wall and in its story, as on the board. Where a sentence names two of them,
// those stay in view and the others take turns beside them.

import { put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { someAtOnce } from "../board/some.js";

/** `some` are those of the board; without a board the lists on the page say which there are. */
export function plansInView(some) {
  const story = document.getElementById("story");
  const ids = [...story.querySelectorAll(".p-plans > [data-alternative]")].map(({ dataset }) => ({
    id: dataset.alternative,
  }));
  const all = some ?? someAtOnce(ids);
  const named = story.dataset.named.split(" ").filter(Boolean);
  const clash = someAtOnce(ids, named);

  function show() {
    for (const list of document.querySelectorAll("[data-plans]")) {
      (list.dataset.plans === "named" ? clash : all).show(list);
      if (list.matches("span")) list.hidden = !list.querySelector("[data-alternative]:not([hidden])"); // its heading alone
    }
    for (const button of document.querySelectorAll("[data-others]")) {
      const { others } = button.dataset.others === "named" ? clash : all;
      put(button, `${fill(JSON.parse(story.dataset.words), { count: others })}: A`);
    }
  }

  show();
  return {
    all,
    turn() {
      all.turn();
      clash.turn();
      show();
    },
  };
}
