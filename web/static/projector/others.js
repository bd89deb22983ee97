// The way to the alternatives that are not in view, below those that are.

import { button, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";

/** A button below the chart of a board; `turn()` shows the others. */
export function othersBelow({ chart, data }, count, turn) {
  if (!chart.nextElementSibling.matches(".p-others")) chart.after(button("", turn, "p-others", { tabindex: "-1" }));
  const others = chart.nextElementSibling;
  others.hidden = !chart.children.length;
  put(others, `${fill(data.words.others, { count })}: A`);
}
