// Trying a weighting on the wall: sliders and named examples. An exploration, marked as one, never sent as a ballot.

import { element } from "../board/dom.js";

/** Sliders in `place` and examples in `select`; `lead` sends a command. Returns {draw(state, running)}. */
export function trying(place, select, data, room, lead) {
  const { largest } = data.rules;
  const rows = new Map();
  for (const { id, label } of data.themes) {
    const range = element("input", { type: "range", min: 0, max: largest, step: 5, value: 50, id: `try-${id}` });
    const shown = element("output", { for: `try-${id}` }, "\u2013");
    range.addEventListener("input", () => (shown.textContent = range.value));
    range.addEventListener("change", send);
    rows.set(id, { range, shown });
    place.append(element("div", { class: "d-slider" }, element("label", { for: `try-${id}` }, label, shown), range));
  }
  for (const profile of room.profiles) select.append(element("option", { value: profile.id }, profile.label));

  const points = () => Object.fromEntries([...rows].map(([id, { range }]) => [id, Number(range.value)]));
  function send() {
    const given = points();
    if (Math.max(...Object.values(given)) > 0) lead("what_if", { points: given });
  }
  select.addEventListener("change", () => {
    const profile = room.profiles.find(({ id }) => id === select.value);
    if (profile) lead("what_if", { points: profile.points, profile: profile.id });
  });

  function draw(state, running) {
    const tried = state.what_if?.points;
    select.value = state.what_if?.profile ?? "";
    select.disabled = !running;
    for (const [id, { range, shown }] of rows) {
      range.disabled = !running;
      if (document.activeElement === range) continue;
      if (tried) range.value = tried[id] ?? 0;
      shown.textContent = tried ? String(Math.round(tried[id] ?? 0)) : "\u2013";
    }
  }
  return { draw };
}
