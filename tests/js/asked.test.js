import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { askedPlace, euroPlace } from "../../web/static/board/asked.js";

let asked;
let answer;

beforeEach(() => {
  asked = [];
  globalThis.location = { href: "http://localhost/m/case" };
  globalThis.fetch = async (address, { body }) => {
    asked.push([String(address), String(body)]);
    return answer;
  };
});

const made = (more = {}) => ({ dataset: { address: "../x/case", wait: "wait", failed: "failed", ...more } });

test("a question is asked once for the same weights, and its answer shown", async () => {
  answer = { ok: true, text: async () => "<p>now</p>" };
  const text = {};
  const ask = askedPlace(made(), text);
  const first = ask(new URLSearchParams({ w: "a-1" }));
  assert.equal(text.textContent, "wait");
  await first;
  await ask(new URLSearchParams({ w: "a-1" }));
  assert.deepEqual(asked, [["http://localhost/x/case", "w=a-1"]]);
  assert.equal(text.innerHTML, "<p>now</p>");
});

test("after a failure the same question is asked again", async () => {
  answer = { ok: false, status: 500 };
  const text = {};
  const ask = askedPlace(made(), text);
  await ask("w=a-1");
  assert.equal(text.textContent, "failed");
  await ask("w=a-1");
  assert.equal(asked.length, 2);
});

test("euros are in the address while they are on", async () => {
  answer = { ok: true, text: async () => "euros" };
  const text = {};
  const euros = euroPlace(made({ part: "e", choices: "set~grass" }), text);
  assert.equal(euros.wanted, false);
  assert.equal(String(euros.write(new URLSearchParams("w=1"), true)), "w=1&e=set%7Egrass");
  assert.equal(String(euros.write(new URLSearchParams("w=1&e=old"), false)), "w=1");
  await euros.fill("nl");
  await euros.fill("nl");
  assert.deepEqual(asked, [["http://localhost/x/case", "lang=nl&e=set%7Egrass"]]);
});
