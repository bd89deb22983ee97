// Trying a weighting on the wall: sliders, named examples, and the middle of the room and of its groups. An exploration, marked as one, never sent as a ballot.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";

/** The weightings that were revealed: only what the wall has shown can be tried. */
export function revealed({ shown }, words) {
  const middle = shown.robust?.middle?.points;
  const groups = (shown.groups?.groups ?? []).map(({ middle: found }, place) => ({
    id: `group-${place + 1}`,
    label: fill(words.profile_group, { number: place + 1 }),
    points: found?.points,
  }));
  const all = [{ id: "room", label: words.profile_room, points: middle }, ...groups];
  return all.filter(({ points }) => points && Object.keys(points).length > 0);
}

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
  let offered = [];
  /** The choices, made anew only when the room showed more. */
  function offer(all) {
    if (offered.length && all.map(({ id }) => id).join() === offered.map(({ id }) => id).join()) return;
    offered = all;
    const options = all.map(({ id, label }) => element("option", { value: id }, label));
    select.replaceChildren(element("option", { value: "" }, "\u2013"), ...options);
  }

  const points = () => Object.fromEntries([...rows].map(([id, { range }]) => [id, Number(range.value)]));
  function send() {
    const given = points();
    if (Math.max(...Object.values(given)) > 0) lead("what_if", { points: given });
  }
  select.addEventListener("change", () => {
    const profile = offered.find(({ id }) => id === select.value);
    if (profile) lead("what_if", { points: profile.points, profile: profile.id });
  });

  function draw(state, running) {
    offer([...revealed(state, room.words), ...room.profiles]);
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
