// As much of a document as the tests of the modules need: elements with attributes, children and text.

class Element {
  constructor(name) {
    Object.assign(this, { name, attributes: {}, children: [], dataset: {}, listeners: {} });
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  get firstChild() {
    return this.children[0] ?? null;
  }

  get textContent() {
    return this.children.map((child) => child.textContent ?? String(child)).join("");
  }

  set textContent(text) {
    this.children = [text];
  }
}

/** All elements of this name, in the order of the page. */
export const named = (root, name) =>
  root.children.flatMap((child) =>
    child.children ? [...(child.name === name ? [child] : []), ...named(child, name)] : [],
  );

globalThis.document = { createElement: (name) => new Element(name) };
