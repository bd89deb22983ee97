// Room for the bars on the wall. Where sentences leave too little, what gives way first is how near the edge is, and only then
// why the first is first: that is the question a room asks. What gives way stands under key Z.

const NEARER = "p-less";
const REASON = "p-tight";
const NAMES = "p-short"; // the last that gives way: the end of a long name
const WAYS = [[], [NEARER], [REASON], [NEARER, REASON], [NEARER, REASON, NAMES]];

const cramped = (row) => [...row.children].some((part) => part.scrollHeight > row.clientHeight + 1);

/** In the last step of the story the words stand alone. */
const tooLong = (root) => {
  const words = root.querySelector(".w-verdict");
  return words?.checkVisibility() && words.getBoundingClientRect().bottom > root.getBoundingClientRect().bottom + 1;
};

/** To call when sentences stand as they will, never while a hand moves: it asks for the layout. */
export function makeRoom({ root, chart }) {
  const rows = [...chart.querySelectorAll(":scope > [data-alternative]:not([hidden])")];
  const shown = rows.filter((row) => row.checkVisibility());
  for (const way of WAYS) {
    for (const name of [NEARER, REASON, NAMES]) root.classList.toggle(name, way.includes(name));
    if (!shown.some(cramped) && (shown.length || !tooLong(root))) return;
  }
}

/** The reason, for where the board does not show it. */
export const reasonHidden = ({ why }) => (why.checkVisibility() ? "" : why.outerHTML);
