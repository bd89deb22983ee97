// The result on the wall in words, for the presenter's window: who has the highest total, how sure that is, when it flips.

import { totalText } from "../board/sentences.js";

/** {totals, others, word, says, nearer, flip, waiting}: text, never markup; null as long as too little is weighed. Totals are
 * of what the wall shows, in its order; `others` is how many it does not show. `word` and `says` are empty until the
 * server said how sure it is; `waiting`: they are about the weights of before. */
export function resultTold({ result, data, chart, verdict, flip }) {
  const rows = [...chart.querySelectorAll(":scope > [data-alternative]:not([hidden])")];
  if (!result || !rows.length) return null;
  const part = (name) => verdict.card.querySelector(name)?.textContent.trim() ?? "";
  const word = part(".w-verdict-word");
  return {
    totals: rows.map(({ dataset }) => {
      const row = data.alternatives.findIndex(({ id }) => id === dataset.alternative);
      const { code, label, colour } = data.alternatives[row];
      return { code, label, colour, total: totalText(data, result.rows[row]) };
    }),
    others: data.alternatives.length - rows.length,
    word,
    says: part(".w-verdict-main").slice(word.length).trim(),
    nearer: part(".w-nearer"),
    flip: flip.textContent,
    waiting: verdict.dataset.waiting === "true",
  };
}
