// A ballot on paper, or of somebody without a phone, typed in by whoever leads. It counts as one and is marked as typed.

import { button, element } from "../board/dom.js";

/** A form in `place` with one choice for each theme; `send(answer)` resolves to whether it was kept. */
export function typing(place, data, words, send) {
  const chosen = new Map();
  const draw = () => {
    chosen.clear();
    const rows = data.themes.map(({ id, label }) => {
      const select = element(
        "select",
        { id: `typed-${id}` },
        element("option", { value: "" }, "\u2013"),
        ...[...data.rules.rough].reverse().map((value) => element("option", { value }, String(value))),
        element("option", { value: data.link.unsure }, data.words.unsure),
      );
      chosen.set(id, select);
      return element("p", { class: "d-row" }, element("label", { for: `typed-${id}` }, label), select);
    });
    place.replaceChildren(...rows, button(words.send, keep, "d-go"));
  };

  async function keep() {
    const given = [...chosen].map(([id, select]) => [id, select.value]);
    if (given.some(([, value]) => value === "")) return;
    const most = Math.max(0, ...given.map(([, value]) => Number(value) || 0));
    const points = given.map(([id, value]) => [
      id,
      value === data.link.unsure || !most ? data.link.unsure : (Number(value) * data.rules.largest) / most,
    ]);
    if (await send({ points: Object.fromEntries(points) })) draw();
  }
  draw();
}
