// Making elements without markup: text is text.

const TEXT = 3; // Node.TEXT_NODE

/** An element with attributes and children; text is text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A button that does one thing. */
export const button = (label, action, className, more = {}) =>
  element("button", { type: "button", class: className, onclick: action, ...more }, label);

/** A button on or off. One that goes off under the keyboard hands the focus to its nearest neighbour that is on. */
export function enable(node, on) {
  if (node.disabled === !on) return;
  const had = !on && document.activeElement === node;
  node.disabled = !on;
  if (!had) return;
  const all = [...node.parentElement.querySelectorAll("button, input")];
  const here = all.indexOf(node);
  const near = all
    .filter((other) => !other.disabled && other.checkVisibility?.() !== false)
    .sort((a, b) => Math.abs(all.indexOf(a) - here) - Math.abs(all.indexOf(b) - here));
  near[0]?.focus();
}

/** Change a text, an attribute or a style only when it differs: an equal value would make the browser lay out again. */
export function put(node, text) {
  if (node.textContent === text) return;
  const only = text && node.childNodes?.length === 1 && node.firstChild.nodeType === TEXT;
  if (only)
    node.firstChild.data = text; // no other node: what is styled by its children stays as it is
  else node.textContent = text;
}

export function putStyle(node, name, value) {
  if (node.style.getPropertyValue(name) !== value) node.style.setProperty(name, value);
}

/** Hidden or not; to hide what is hidden is a change to the browser too. */
export function hide(node, hidden) {
  if (node.hidden !== hidden) node.hidden = hidden;
}

/**
 * A sentence of ours with tags in it, such as `<b>`; the names in it were escaped when it was made. Where only words differ
 * the nodes stay: nodes that come and go would make the browser look at every rule about what a part of the page holds.
 */
export function putMarkup(node, markup) {
  if (node.markup === markup) return;
  const form = markup.replace(/[^<>]+(?=<|$)/g, " "); // the tags, and where there are words between them
  const words = markup.split(/<[^>]*>/).filter(Boolean);
  if (node.markup !== undefined && form === node.form && !words.some((text) => ENTITY.test(text))) {
    words.forEach((text, place) => {
      const plain = text.replace(NUMBERED, (_, code) => String.fromCodePoint(code));
      if (node.texts[place].data !== plain) node.texts[place].data = plain;
    });
  } else {
    node.innerHTML = markup;
    node.texts = textsIn(node);
  }
  Object.assign(node, { markup, form });
}

const NUMBERED = /&#(\d+);/g; // as escaped by us
const ENTITY = /&(?!#\d+;)/; // as only a browser knows them

const textsIn = (node) => [...node.childNodes].flatMap((child) => (child.nodeType === TEXT ? [child] : textsIn(child)));
