// The address of the planner's page, and the links on it that carry the weights: written on release, without Python.

import { weighingParts } from "./link.js";

const RUN = 500; // milliseconds: steps that follow each other sooner are one step of the button Back

/** `parts` is {before, start, after}: what stands around the weights. Written as Python writes it, sign by sign. */
export function queryOf(data, { before, start, after }, points) {
  const parts = { ...before, ...weighingParts(data, start, points), ...after };
  return `?${String(new URLSearchParams(parts)).replaceAll("%7E", "~")}`;
}

/** The other links keep their own language and page; only the points in them change. */
export function writeLinks(links, query) {
  const now = new URLSearchParams(query);
  for (const link of links) {
    const there = new URLSearchParams(link.search);
    if (!there.has("w")) continue;
    for (const key of ["k", "w", "c"]) {
      if (now.has(key)) there.set(key, now.get(key));
      else there.delete(key);
    }
    link.search = `?${there}`;
  }
}

export class PageAddress {
  constructor(query) {
    this.query = query;
    this.last = -Infinity;
    this.timer = null;
  }

  /** A release: a new step for the button Back, unless it follows the last one at once. */
  release(query) {
    const now = performance.now();
    const step = now - this.last < RUN ? "replaceState" : "pushState";
    this.last = now;
    this.query = query;
    this.put(step);
    this.check();
  }

  /** Once it is quiet: a page that Python drew meanwhile may have written older points, or the browser refused. */
  check() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.put("replaceState"), RUN);
  }

  /** Somebody else decides: the button Back, or the end of the page. */
  stop() {
    clearTimeout(this.timer);
  }

  put(step) {
    if (location.search === this.query) return;
    try {
      history[step](history.state, "", `${location.pathname}${this.query}`);
    } catch {
      // Some browsers allow only so many changes in a while; the next check writes it.
    }
  }
}
