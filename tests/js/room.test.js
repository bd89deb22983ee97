import assert from "node:assert/strict";
import { test } from "node:test";

import { newKey, sendUntilKept } from "../../web/static/rooms/sending.js";
import { alike, answersFrom, ballotOf, ready } from "../../web/static/rooms/weigh_room.js";

const data = {
  rules: { largest: 100 },
  link: { unsure: "x" },
  themes: [{ id: "a" }, { id: "b" }, { id: "c" }],
};
const themes = ["a", "b", "c"];

test("a ballot has every theme, with the largest step at 100 and an x where somebody does not know", () => {
  assert.deepEqual(ballotOf(data, { a: 50, b: 25, c: null }).points, { a: 100, b: 50, c: "x" });
  assert.deepEqual(ballotOf(data, { a: null, b: null, c: null }).points, { a: "x", b: "x", c: "x" });
  assert.deepEqual(ballotOf(data, { a: 0, b: 75, c: 75 }).points, { a: 0, b: 100, c: 100 });
});

test("what was sent comes back as the same answers", () => {
  const answers = { a: 100, b: 25, c: null };
  assert.deepEqual(answersFrom(data, ballotOf(data, answers)), answers);
});

test("it can be sent once every theme has an answer and one counts, or all are left open", () => {
  assert.equal(ready({ a: 100, b: 0 }, themes), false);
  assert.equal(ready({ a: 100, b: 0, c: null }, themes), true);
  assert.equal(ready({ a: 0, b: 0, c: null }, themes), false);
  assert.equal(ready({ a: null, b: null, c: null }, themes), true);
});

test("everything about as heavy is asked about, a clear difference is not", () => {
  assert.equal(alike({ a: 75, b: 100, c: null }), true);
  assert.equal(alike({ a: 50, b: 100, c: 100 }), false);
  assert.equal(alike({ a: 100, b: null, c: null }), false);
});

test("a lost connection is tried again with the same body until the server answers", async () => {
  const sent = [];
  const answers = [null, { status: 503 }, { status: 200, text: async () => '{"revision": 1}' }];
  globalThis.setTimeout = (done) => queueMicrotask(done);
  globalThis.fetch = async (_, { body }) => {
    sent.push(body);
    const answer = answers.shift();
    if (!answer) throw new TypeError("gone");
    return { text: async () => "", ...answer };
  };
  const tries = [];
  const found = await sendUntilKept("./s/X/lever", { key: "one" }, (count) => tries.push(count));
  assert.deepEqual(found, { status: 200, body: { revision: 1 } });
  assert.deepEqual(sent, Array(3).fill('{"key":"one"}'));
  assert.deepEqual(tries, [1, 2]);
});

test("a refusal is final", async () => {
  globalThis.fetch = async () => ({ status: 409, text: async () => '{"say": "closed"}' });
  const found = await sendUntilKept("./s/X/lever", {}, () => assert.fail());
  assert.equal(found.body.say, "closed");
});

test("two sendings never have the same key", () => {
  assert.notEqual(newKey(), newKey());
});
