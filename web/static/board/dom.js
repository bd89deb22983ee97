// Making elements without markup: text is text.

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
  const only = text && node.childNodes?.length === 1 && node.firstChild.nodeType === 3;
  if (only)
    node.firstChild.data = text; // no other node: what is styled by its children stays as it is
  else node.textContent = text;
}

export function putStyle(node, name, value) {
  if (node.style.getPropertyValue(name) !== value) node.style.setProperty(name, value);
}
