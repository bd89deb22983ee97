import assert from "node:assert/strict";
import { test } from "node:test";

import { PageAddress, queryOf, writeLinks } from "../../web/static/board/page_address.js";

/** A browser of its own for one test: all test files share a process. */
function browser(t) {
  const found = { steps: [], refuse: false };
  const before = { location: globalThis.location, history: globalThis.history };
  t.after(() => Object.assign(globalThis, before));
  globalThis.location = { pathname: "/wegen", search: "?w=0" };
  const step = (name) => (state, _, url) => {
    if (found.refuse) throw new Error("too many");
    found.steps.push([name, state, url]);
    location.search = url.slice(location.pathname.length);
  };
  globalThis.history = { state: { of: "others" }, pushState: step("push"), replaceState: step("replace") };
  t.mock.timers.enable({ apis: ["setTimeout"] });
  return found;
}

test("a release is a step of the button Back; steps in quick succession are one", (t) => {
  const { steps } = browser(t);
  const address = new PageAddress("?w=0");
  for (const [now, query] of [
    [1000, "?w=1"],
    [1100, "?w=2"],
    [1500, "?w=3"],
    [2600, "?w=4"],
  ]) {
    t.mock.method(performance, "now", () => now);
    address.release(query);
  }
  assert.deepEqual(
    steps.map(([name, , url]) => [name, url]),
    [
      ["push", "/wegen?w=1"],
      ["replace", "/wegen?w=2"],
      ["replace", "/wegen?w=3"],
      ["push", "/wegen?w=4"],
    ],
  );
  assert.deepEqual(steps[0][1], { of: "others" });
});

test("older points that Python wrote meanwhile give way, and what the browser refused is written later", (t) => {
  const found = browser(t);
  const address = new PageAddress("?w=0");
  found.refuse = true;
  address.release("?w=1");
  assert.deepEqual(found.steps, []);
  found.refuse = false;
  t.mock.timers.tick(500);
  assert.deepEqual(found.steps.at(-1)[2], "/wegen?w=1");
  location.search = "?w=0";
  address.check();
  t.mock.timers.tick(500);
  assert.equal(location.search, "?w=1");
  location.search = "?w=0"; // the button Back
  address.check();
  address.stop();
  t.mock.timers.tick(500);
  assert.equal(location.search, "?w=0");
});

test("the address is written sign by sign as Python writes it", () => {
  const link = {
    between: "~",
    points: "-",
    unsure: "x",
    format: "2",
    checked: ["start", "w"],
    checkedWhereThere: ["b"],
    letters: "0123456789abcdefghjkmnpqrstvwxyz",
    step: 37,
    prime: 1021,
  };
  const themes = [
    { id: "a", criteria: [] },
    { id: "b", criteria: [] },
  ];
  const around = {
    before: { lang: "nl", case: "one" },
    start: { v: "0f", start: "own" },
    after: { z: "around.case", e: "set:x" },
  };
  const points = { themes: { a: 100, b: 5.5 }, criteria: {}, unsure: [] };
  const query = queryOf({ link, themes }, around, points);
  assert.match(query, /^\?lang=nl&case=one&v=0f&start=own&k=2..&w=a-100~b-5\.5&z=around\.case&e=set%3Ax$/);
});

test("other links get the points and keep the rest; those without weights stay", () => {
  const links = [{ search: "?lang=en&k=old&w=a-1&c=b-1&z=s" }, { search: "?lang=en" }];
  writeLinks(links, "?lang=nl&k=new&w=a-2");
  assert.deepEqual(links, [{ search: "?lang=en&k=new&w=a-2&z=s" }, { search: "?lang=en" }]);
});
