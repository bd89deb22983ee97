import assert from "node:assert/strict";
import { test } from "node:test";

import { steadySlider } from "../../web/static/board/slider.js";

/** A slider at 68 that jumps to 97 when it is touched, and what it gives. */
function touched(...moves) {
  const listeners = {};
  const range = { value: "68", addEventListener: (name, listener) => (listeners[name] = listener) };
  const given = [];
  steadySlider(range, (value, done) => given.push([value, done]));
  listeners.pointerdown({ pointerType: "touch", clientX: 200, clientY: 300 });
  const jump = (value) => {
    range.value = value;
    listeners.input();
  };
  jump("97");
  for (const [x, y] of moves) {
    listeners.pointermove({ clientX: x, clientY: y });
    jump("97");
  }
  return { range, given, listeners, jump };
}

test("a swipe up or down that begins on a slider leaves it as it was", () => {
  for (const end of ["pointercancel", "change"]) {
    const { range, given, listeners } = touched([202, 280], [240, 150]);
    if (end === "change") range.value = "97";
    listeners[end]();
    listeners.pointerup();
    assert.equal(Number(range.value), 68);
    assert.deepEqual(given, []);
  }
});

test("sideways it slides, and a tap goes to where it was pressed", () => {
  const slid = touched([230, 302]);
  assert.deepEqual(slid.given, [[97, false]]);
  slid.listeners.change();
  assert.deepEqual(slid.given.at(-1), [97, true]);
  const tapped = touched([203, 301]);
  assert.deepEqual(tapped.given, []);
  tapped.listeners.pointerup();
  assert.deepEqual(tapped.given, [[97, true]]);
});

test("a mouse and a key move it at once", () => {
  const listeners = {};
  const range = { value: "68", addEventListener: (name, listener) => (listeners[name] = listener) };
  const given = [];
  steadySlider(range, (value, done) => given.push([value, done]));
  listeners.pointerdown({ pointerType: "mouse", clientX: 1, clientY: 1 });
  range.value = "70";
  listeners.input();
  listeners.change();
  assert.deepEqual(given, [
    [70, false],
    [70, true],
  ]);
});
