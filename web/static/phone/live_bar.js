// The totals so far, below the screen while somebody weighs: in the order of the case, by name; of more than six the others at a press.

import { element, put, putStyle } from "../board/dom.js";
import { totalText } from "../board/sentences.js";

/** Draws the rows once and then only changes them; without a result there is no bar. */
export function drawLiveBar(root, data, result) {
  root.hidden = !result;
  document.documentElement.classList.toggle("m-with-bar", !root.hidden);
  if (!result) return;
  if (!root.children.length) {
    const others = element("button", { type: "button", class: "m-others", hidden: "" });
    root.append(...data.alternatives.map((item) => row(data, item)), others);
  }
  data.alternatives.forEach((_item, place) => {
    const [node, found] = [root.children[place], result.rows[place]];
    put(node.querySelector("b"), totalText(data, found));
    putStyle(node.querySelector(".m-live-fill"), "width", `${found.low.toFixed(2)}%`);
    putStyle(node.querySelector(".m-live-open"), "width", `${(found.high - found.low).toFixed(2)}%`);
  });
}

/** An alternative by name; one that fails a hard requirement with that said. */
export const nameOf = ({ words }, item) => (item.failing ? `${item.label} (${words.fails})` : item.label);

function row(data, item) {
  const name = nameOf(data, item);
  return element(
    "p",
    { class: "m-live-row", style: `--c:${item.colour}`, "data-alternative": item.id },
    element("span", { class: "m-live-name", title: name }, name),
    element(
      "span",
      { class: "m-live-track", "aria-hidden": "true" },
      element("span", { class: "m-live-fill" }),
      element("span", { class: "m-live-open" }),
    ),
    element("b"),
  );
}
