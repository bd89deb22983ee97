// What a phone shows of the room's answers: the stages of this step, the newest on top; earlier ones behind a fold; where
// one stands oneself in words; and what comes out of one's own answers, once the room's outcome is shown.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { compare } from "../board/sum.js";
import { inShort } from "../phone/in_short.js";
import { ownPlace } from "./own_place.js";
import { drawShown } from "./shown.js";

/** The stages of this step and those of before, each with the newest first. */
export function stagesInView(shown, here) {
  const all = Object.keys(shown).reverse();
  return { now: all.filter((stage) => here.includes(stage)), before: all.filter((stage) => !here.includes(stage)) };
}

/** The rounds whose own result may be shown: never before the room's outcome of that round was revealed. */
export const ownRounds = (shown, answers, kind) =>
  [
    ["weigh", "first"],
    ["second", "shift_outcome"],
  ]
    .filter(([round, stage]) => stage in shown && answers[round]?.points && !(kind === "roles" && round === "weigh"))
    .map(([round]) => round);

/** Points that were sent, as the board takes them. */
export function pointsSent(data, { points, criteria = {} }) {
  const given = Object.entries(points);
  return {
    themes: Object.fromEntries(given.filter(([, value]) => value !== data.link.unsure)),
    criteria: Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== data.link.unsure)),
    unsure: given.filter(([, value]) => value === data.link.unsure).map(([id]) => id),
  };
}

/** My result and why; `null` where no theme has points. */
function ownResult(data, round, answer, words) {
  const points = pointsSent(data, answer);
  if (!Object.values(points.themes).some((value) => value > 0))
    return element("section", { class: "s-own-result" }, element("p", {}, words.own_nothing));
  const { headline, because, flip } = inShort(data, compare(data, points), null);
  const made = element("section", { class: "s-own-result", "data-round": round });
  made.append(element("h3", {}, words[round === "second" ? "own_result_second" : "own_result_first"]));
  for (const said of [headline, because, flip].filter(Boolean)) {
    const line = element("p", {});
    line.innerHTML = said; // our own sentence, in which every name was escaped
    made.append(line);
  }
  return made;
}

/** Draw everything that was revealed in `place`; nothing is drawn again when nothing changed. */
export function drawOnPhone(place, data, state, words, how) {
  const made = JSON.stringify([state.step.id, state.shown, state.said, how.own]);
  if (place.dataset.made === made) return;
  place.dataset.made = made;
  const opened = place.querySelector("details")?.open ?? false;
  const { now, before } = stagesInView(state.shown, how.stages[state.step.id] ?? []);
  const placeSaid = (found, mine) => {
    const where = ownPlace(found, mine);
    return element("span", { class: "s-own-place" }, fill(words[`own_quarter_${where.quarter}`], where));
  };
  const one = (stage) => {
    const part = element("div", {});
    drawShown(part, data, state, words, { ...how, only: stage, placeSaid });
    return part;
  };
  const rounds = ownRounds(state.shown, how.own, state.kind);
  const results = rounds.map((round) => ownResult(data, round, how.own[round], words));
  const said = element("div", {});
  drawShown(said, data, { shown: {}, said: state.said }, words, {});
  const fold =
    before.length > 0 &&
    element(
      "details",
      { class: "s-before", open: opened },
      element("summary", {}, words.shown_before),
      ...before.map(one),
    );
  place.replaceChildren(...results, ...now.map(one), said, ...(fold ? [fold] : []));
}
