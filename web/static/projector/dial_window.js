// The dial on the wall, in a window of its own: up and down move the weight, left and right take another theme. While it
// is open keys and clicker are its own; a knob that has the focus keeps its own keys.

import { STEP } from "../board/dial.js";

/** `choose(id)` marks a theme on the wall as the chosen one. */
export function dialWindow(board, windows, choose) {
  const { dial } = board;
  const window = windows.all.get("dial");
  window.querySelector(".p-pages").prepend(dial.root);
  dial.root.addEventListener("pointerup", () => setTimeout(() => document.activeElement.blur()));

  function other(by) {
    const ids = dial.able;
    const next = ids[ids.indexOf(dial.theme) + by];
    if (!next) return;
    dial.choose(next);
    choose(next);
  }

  return {
    toggle() {
      windows.toggle("dial");
      if (!window.open) return;
      document.activeElement.blur();
      if (!dial.root.hidden) choose(dial.theme);
    },

    /** What keys do while it is open; the others wait. */
    actions: {
      next: () => other(1),
      previous: () => other(-1),
      more: () => dial.nudge(STEP),
      less: () => dial.nudge(-STEP),
      undo: () => board.undo(),
      redo: () => board.redo(),
    },
    isOpen: () => window.open,
  };
}
