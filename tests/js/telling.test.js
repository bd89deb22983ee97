import assert from "node:assert/strict";
import { test } from "node:test";

import { askLight, Telling } from "../../web/static/board/telling.js";

const settled = () => new Promise((done) => setImmediate(done));

/** A server that answers when the test says so. */
function made(heard = 0) {
  const happened = { asked: [], shown: [], failed: 0, handed: [] };
  const waiting = [];
  const telling = new Telling(heard, {
    ask: (number, parts) => {
      happened.asked.push([number, parts.w]);
      return new Promise((answer, refuse) => waiting.push({ answer, refuse }));
    },
    show: (said) => happened.shown.push(said),
    failed: () => (happened.failed += 1),
    handOver: (...given) => happened.handed.push(given),
  });
  const answer = async (said) => {
    waiting.shift().answer(said);
    await settled();
  };
  const refuse = async (error) => {
    waiting.shift().refuse(error);
    await settled();
  };
  return { telling, happened, answer, refuse };
}

test("one question at a time: the newest points take the place of those that wait", async () => {
  const { telling, happened, answer } = made();
  for (const w of ["a-1", "a-2", "a-3", "a-4"]) telling.release({ w });
  assert.deepEqual(happened.asked, [[1, "a-1"]]);
  assert.equal(telling.underWay, true);
  await answer("old");
  assert.deepEqual(happened.asked, [
    [1, "a-1"],
    [4, "a-4"],
  ]);
  assert.deepEqual(happened.shown, []); // an answer to older points is no news
  assert.equal(telling.underWay, true);
  await answer("new");
  assert.deepEqual(happened.shown, ["new"]);
  assert.equal(telling.underWay, false);
  telling.release({ w: "a-5" });
  assert.deepEqual(happened.asked.at(-1), [5, "a-5"]);
});

test("what stands below is behind from the release until it was drawn with it", async () => {
  const { telling, answer } = made(3);
  assert.equal(telling.behind, false);
  telling.release({ w: "a-1" });
  await answer("said");
  assert.equal(telling.behind, true); // that the server has the points changes nothing below
  telling.drew(3);
  assert.equal(telling.behind, true);
  telling.drew(4);
  assert.equal(telling.behind, false);
});

test("without a server it says so, keeps the points, and tells them when there is one again", async () => {
  const { telling, happened, answer, refuse } = made();
  telling.release({ w: "a-1" });
  await refuse(new TypeError("failed to fetch"));
  assert.equal(happened.failed, 1);
  assert.deepEqual(happened.handed, []);
  assert.equal(telling.underWay, false); // a press elsewhere does not wait for nothing
  telling.tellAgain();
  await answer("said");
  assert.deepEqual(happened.asked, [
    [1, "a-1"],
    [1, "a-1"],
  ]);
  assert.deepEqual(happened.shown, ["said"]);
  telling.tellAgain();
  assert.equal(happened.asked.length, 2);
});

test("a failure on older points is not shown over newer ones", async () => {
  const { telling, happened, answer, refuse } = made();
  telling.release({ w: "a-1" });
  telling.release({ w: "a-2" });
  await refuse({ status: 500 });
  await answer("said");
  assert.deepEqual([happened.failed, happened.handed, happened.shown], [0, [], ["said"]]);
});

test("a server that does not know this visitor gets the points through the page", async () => {
  const { telling, happened, refuse } = made();
  telling.release({ w: "a-1" });
  await refuse({ status: 404 });
  assert.deepEqual(happened.handed, [[1, { w: "a-1" }]]);
});

test("when the server had a higher number already, the same points go again under one above it", async () => {
  const { telling, happened, answer, refuse } = made();
  telling.release({ w: "a-1" });
  await refuse({ status: 409, newest: 7 });
  await answer("said");
  assert.deepEqual(happened.asked, [
    [1, "a-1"],
    [8, "a-1"],
  ]);
  assert.deepEqual(happened.shown, ["said"]);
});

test("what Python drew counts as kept", () => {
  const { telling } = made();
  telling.release({ w: "a-1" });
  telling.heard(1);
  assert.equal(telling.underWay, false);
});

test("ticket, number and points travel in the body; a refusal brings its status and the newest number", async (t) => {
  const asked = [];
  const before = globalThis.fetch;
  t.after(() => Object.assign(globalThis, { fetch: before }));
  let reply = { ok: true, json: async () => ({ verdict: "firm" }) };
  globalThis.fetch = async (address, { method, body, keepalive }) => {
    asked.push([address, method, String(body), keepalive]);
    return reply;
  };
  assert.deepEqual(await askLight("http://h/weging", "t", 3, { w: "a-1", c: "b-2" }), { verdict: "firm" });
  assert.deepEqual(asked, [["http://h/weging", "POST", "ticket=t&n=3&w=a-1&c=b-2", true]]);
  reply = { ok: false, status: 409, json: async () => ({ newest: 9 }) };
  await assert.rejects(askLight("http://h/weging", "t", 3, {}), { status: 409, newest: 9 });
  reply = { ok: false, status: 404 };
  await assert.rejects(askLight("http://h/weging", "t", 3, {}), { status: 404, newest: undefined });
});
