import assert from "node:assert/strict";
import { test } from "node:test";

import { shuffled } from "../../web/static/phone/phone_start.js";

const data = { case: "harbour", themes: ["a", "b", "c", "d"].map((id) => ({ id })) };

test("a visitor keeps an order of the themes, and a wrong one that was kept is made anew", () => {
  const kept = new Map();
  globalThis.sessionStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
  };
  const first = shuffled(data).map((theme) => theme.id);
  assert.deepEqual([...first].sort(), ["a", "b", "c", "d"]);
  assert.deepEqual(
    shuffled(data).map((theme) => theme.id),
    first,
  );
  for (const wrong of ["{", "7", '["a"]']) {
    kept.set("waardenweger.order.harbour", wrong);
    assert.equal(shuffled(data).length, 4);
  }
});

test("without storage there is an order all the same", () => {
  globalThis.sessionStorage = undefined;
  assert.equal(shuffled(data).length, 4);
});
