// Room for the bars on the wall: where long sentences leave too little, the reason in words gives way and stands under key Z.

const TIGHT = "p-tight";

const cramped = (row) => [...row.children].some((part) => part.scrollHeight > row.clientHeight + 1);

/** To call when sentences stand as they will, never while a hand moves: it asks for the layout. */
export function makeRoom({ root, chart }) {
  root.classList.remove(TIGHT);
  const rows = chart.querySelectorAll(":scope > [data-alternative]:not([hidden])");
  root.classList.toggle(TIGHT, [...rows].some(cramped));
}

/** The reason, for where the board does not show it. */
export const reasonHidden = ({ why }) => (why.checkVisibility() ? "" : why.outerHTML);
