// Totals put one plan on top, but the doubt is larger than the difference: then no mark and no sentence of the wall names
// a first place. It stays so while a hand moves on, until the server says otherwise.

import { deciding, nearestFlip } from "../board/sentences.js";

/** `words` are the sentences that name a first place, said with the highest total. */
export function withheldFirst(board, words) {
  let undecided = false;

  /** After each drawing of the board, which says it the other way. */
  function draw() {
    const { data, result, root } = board();
    const withheld = undecided && Boolean(result) && !result.mayBeFirst.length;
    root.classList.toggle("p-undecided", withheld);
    if (!withheld) return;
    const said = { ...data, words: { ...data.words, ...words } };
    board().say(board().why, deciding(said, result));
    board().say(board().flip, nearestFlip(said, result));
  }

  return {
    draw,
    /** Stands where the board stands for what asks the server for a verdict. */
    judged: {
      get data() {
        return board().data;
      },
      judge(html) {
        board().judge(html);
        if (board().held) return;
        undecided = Boolean(board().verdict.card.querySelector('[data-word="undecided"]'));
        draw();
      },
    },
  };
}
