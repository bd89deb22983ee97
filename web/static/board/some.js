// At most six alternatives in view at once: in the order of the case, never by score. The others are one press away.

export const MOST = 6;

/** `show(root)` hides the rows that are not in view; `turn()` goes to the next ones; `others` counts those not in view. */
export function someAtOnce(alternatives) {
  const pages = Math.ceil(alternatives.length / MOST);
  let page = 0;
  const inView = () => alternatives.slice(page * MOST, (page + 1) * MOST);
  return {
    get others() {
      return alternatives.length - inView().length;
    },
    turn() {
      page = (page + 1) % pages;
    },
    show(root) {
      const ids = new Set(inView().map(({ id }) => id));
      for (const row of root.querySelectorAll(":scope > [data-alternative]")) {
        row.hidden = !ids.has(row.dataset.alternative);
      }
    },
  };
}
