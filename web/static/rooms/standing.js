// How an answer stands: a concept on this phone, sent, or changed after it was sent; and what is said while its question
// cannot be answered.

/** "none", "concept", "sent" or "changed". */
export function standingOf(sent, draft) {
  if (draft === undefined) return sent ? "sent" : "none";
  return sent ? "changed" : "concept";
}

/** The word that stands where the question would be, or null while it can be answered. An answer that was not sent when
 * the question closed stays on the phone, and is told not to count. */
export function saidInstead(state, question, standing) {
  if (!question) return "wait_shown";
  const asked = state.asked[question];
  if (asked === "open") return null;
  if (asked !== "closed") return "wait_open";
  return { none: "closed_now", concept: "closed_concept", changed: "closed_changed", sent: "kept_yours" }[standing];
}

/** What of the session a question rests on: only when this differs is it drawn again, so that nobody loses their place
 * when the clock starts or the wall goes black. */
export const askedNow = ({ step, question, asked, shown, phase }) =>
  JSON.stringify([
    step.id,
    question,
    asked[question] ?? null,
    ["prepared", "closed"].includes(phase),
    question === "mark" && Object.keys(shown.values_named?.topics ?? {}),
  ]);

/** Whether a session began that this phone may not be part of any more: a rehearsal leaves nobody behind. */
export const begins = (before, now) => Boolean(before) && before.phase !== "live" && now.phase === "live";
