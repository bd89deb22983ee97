// At most six alternatives in view at once: in the order of the case, never by score. The others are one press away.

export const MOST = 6;

/** `show(root)` hides the rows that are not in view; `turn()` goes to the next ones; `others` counts those not in view.
 * `always` are ids that a sentence names: they stay, and the others take turns beside them. */
export function someAtOnce(alternatives, always = []) {
  const rest = alternatives.filter(({ id }) => !always.includes(id));
  const room = MOST - always.length;
  const pages = Math.max(1, Math.ceil(rest.length / room));
  let page = 0;
  const inView = () => [...always, ...rest.slice(page * room, (page + 1) * room).map(({ id }) => id)];
  return {
    get others() {
      return alternatives.length - inView().length;
    },
    turn() {
      page = (page + 1) % pages;
    },
    show(root) {
      const ids = new Set(inView());
      for (const row of root.querySelectorAll(":scope > [data-alternative]")) {
        row.toggleAttribute("hidden", !ids.has(row.dataset.alternative)); // a line of a drawing has no property for it
      }
    },
  };
}
