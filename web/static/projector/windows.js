// The windows of the wall: one at a time, each with its own key, beside the totals, and as many pages as its text needs.

import { askedPlace } from "../board/asked.js";
import { put } from "../board/dom.js";
import { fill } from "../board/sentences.js";

const NAMES = ["help", "sure", "dial", "who", "when", "gaps", "futures", "euros"];

/** `parts()` are those of the address of now, for what the server fills in; `weighed` tells whether there are totals;
 * `changed()` is called after another window or another page. */
export function wallWindows(parts, weighed, changed) {
  // "who" is only there when the case names groups or requirements, "futures" when it names those, "euros" when it has
  // amounts.
  const all = new Map(NAMES.map((name) => [name, document.getElementById(name)]).filter(([, window]) => window));
  const inFront = () => [...all.values()].find((window) => window.open);
  let at = { page: 1, count: 1 }; // of the window in front
  function covered() {
    document.body.classList.toggle("p-covered", Boolean(weighed && inFront()));
    changed();
  }
  const ask = Object.fromEntries(
    ["when", "gaps", "futures"]
      .filter((name) => all.has(name))
      .map((name) => [name, askedPlace(all.get(name), document.getElementById(`${name}-text`))]),
  );

  /** Another page of a window; `by` 0 counts its pages anew, which its text may have changed. */
  function turn(window, by) {
    const pages = window.querySelector(".p-pages");
    const width = pages.clientWidth + parseFloat(getComputedStyle(pages).columnGap);
    const count = Math.max(1, Math.round((pages.scrollWidth + width - pages.clientWidth) / width));
    const here = Math.min(count - 1, Math.max(0, Math.round(pages.scrollLeft / width) + by));
    pages.scrollLeft = here * width;
    const { pages: onward, pagesLast } = document.body.dataset;
    const said = count > 1 ? fill(here < count - 1 ? onward : pagesLast, { page: here + 1, count }) : "";
    put(window.querySelector(".p-page-number"), said);
    at = { page: here + 1, count };
    changed();
  }

  function open(name) {
    inFront()?.close();
    all.get(name).show();
    covered();
    turn(all.get(name), 0);
  }

  function toggle(name) {
    if (all.get(name).open) all.get(name).close();
    else open(name);
  }

  for (const window of all.values()) {
    // Its event "close" comes a moment later, in which there would be neither the window nor the totals.
    new MutationObserver(covered).observe(window, { attributeFilter: ["open"] });
    new MutationObserver(() => window.open && turn(window, 0)).observe(window.querySelector(".p-pages"), {
      childList: true,
    });
  }
  addEventListener("resize", () => inFront() && turn(inFront(), 0));

  return {
    all,
    inFront,
    turn,
    open,
    toggle,
    /** The window in front and its page, for the presenter; null without one. */
    standing() {
      const over = inFront();
      return over ? { name: over.id, title: over.querySelector("h2").textContent, ...at } : null;
    },
    /** What the server fills in for the weights of now; before a start it says at which weights. */
    toggleAsked(name) {
      if (!all.get(name).open) ask[name](parts());
      toggle(name);
    },
  };
}
