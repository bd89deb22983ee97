// The start of a weighing: blank, by naming the step that is worth most, or from an example that is called an example.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";

/** The themes in an order of this visitor's own, the same as long as the tab lives: no theme is first for everybody. */
export function shuffled(data) {
  const name = `waardenweger.order.${data.case}`;
  const themes = [...data.themes];
  let order = [];
  try {
    order = JSON.parse(sessionStorage.getItem(name)) ?? [];
  } catch {
    // No storage, or something else in it: a new order does no harm.
  }
  const known = themes.every((theme) => order.includes?.(theme.id)) && order.length === themes.length;
  if (!known) {
    order = themes.map((theme) => theme.id);
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(Math.random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    try {
      sessionStorage.setItem(name, JSON.stringify(order));
    } catch {
      // As above.
    }
  }
  return order.map((id) => themes.find((theme) => theme.id === id));
}

/** The list of steps to choose the largest from, and the examples. `begin(start, points)` is called with the choice. */
export function showStart(data, begin) {
  document.querySelector("#picks").replaceChildren(...data.themes.map((theme) => pick(theme, data, begin)));
  const chosen = document.querySelector("#profile");
  const about = document.querySelector("#profile-about");
  const tell = () => (about.textContent = data.profiles[chosen.value].about);
  chosen.addEventListener("change", tell);
  tell();
  document.querySelector("#profile-go").addEventListener("click", () => {
    const { themes, criteria } = data.profiles[chosen.value];
    begin(chosen.value, { themes: { ...themes }, criteria: { ...criteria }, unsure: [] });
  });
}

function pick(theme, { phone: words, rules }, begin) {
  const steps = theme.criteria.map((criterion) =>
    element(
      "li",
      {},
      element("span", {}, criterion.short),
      element("span", {}, fill(words.from_to, { worst: criterion.worst, best: criterion.best })),
    ),
  );
  const choose = () => begin("own", { themes: { [theme.id]: rules.largest }, criteria: {}, unsure: [] });
  return element(
    "li",
    { "data-pick": theme.id },
    element(
      "h3",
      {},
      element("span", { class: "w-key", "aria-hidden": "true" }, String(theme.number)),
      " ",
      theme.label,
    ),
    element("ul", {}, ...steps),
    element(
      "button",
      { type: "button", class: "m-button", onclick: choose, "aria-label": `${words.pick}: ${theme.label}` },
      words.pick,
    ),
  );
}
