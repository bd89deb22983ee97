// Which key or clicker button asks for what on the wall.

const KEYS = {
  PageDown: "next",
  ArrowRight: "next",
  PageUp: "previous",
  ArrowLeft: "previous",
  ArrowUp: "more",
  ArrowDown: "less",
  s: "story",
  p: "presenter",
  b: "blank",
  ".": "blank",
  h: "ghost",
  v: "view",
  z: "sure",
  k: "dial",
  x: "unsure",
  a: "others",
  m: "euros",
  w: "who",
  n: "when",
  l: "gaps",
  t: "futures",
  u: "undo",
  r: "redo",
  0: "start",
  e: "example",
  "?": "help",
  Escape: "leave",
}; // prettier-ignore

/** The name of what a key asks for; undefined for any other key. */
export const askedBy = ({ key }) => KEYS[key.length === 1 ? key.toLowerCase() : key];
