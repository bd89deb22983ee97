// What whoever leads most likely wants to do now: one button, the same on a laptop, on a phone and under the keyboard.

/** The stages that can be shown at a step, in their order. */
export const stagesHere = (here, plan) => [
  ...(here.id === "walk_in" && plan.asks_who ? ["who_came"] : []),
  ...here.stages,
];

/** The next stage of this step that can be shown, or null. */
export const nextStage = (state, here, { plan, source }) =>
  stagesHere(here, plan).find((stage) => !(stage in state.shown) && state.asked[source[stage]] === "closed") ?? null;

/** {command, detail}: begin, open, close, reveal, next or end; null after the end. People come in until the session goes
 * on, so who they are is asked as long as that. */
export function mainOf(state, here, known) {
  const { question } = state;
  if (state.phase === "prepared") return { command: "begin", detail: {} };
  if (state.phase === "closed") return null;
  if (question && question !== "attendance" && state.asked[question] !== "closed")
    return { command: state.asked[question] === "open" ? "close" : "open", detail: { question } };
  const stage = nextStage(state, here, known);
  if (stage) return { command: "reveal", detail: { stage } };
  if (state.step.index + 1 < state.step.of) return { command: "next", detail: {} };
  return { command: state.phase === "rehearsing" ? "begin" : "end", detail: {} };
}

/** Questions of other steps that were left open, without the one that stays open by itself. */
export const leftOpen = (state) =>
  Object.keys(state.asked).filter(
    (question) => state.asked[question] === "open" && ![state.question, "attendance"].includes(question),
  );
