import assert from "node:assert/strict";
import { mock, test } from "node:test";

import "./small_document.js";
import { askingFor, showVerdict, verdictPlace, waitForVerdict } from "../../web/static/board/verdict.js";

const settled = () => new Promise((done) => setImmediate(done));

test("a verdict is marked as waiting only when there is one", () => {
  const place = verdictPlace({ verdict_wait: "wait" });
  waitForVerdict(place, true);
  assert.equal(place.dataset.waiting, "false");
  place.card.append("firm");
  waitForVerdict(place, true);
  assert.equal(place.dataset.waiting, "true");
  showVerdict(place, "<p>shaky</p>");
  assert.equal(place.card.innerHTML, "<p>shaky</p>");
  assert.equal(place.dataset.waiting, "false");
});

test("only the newest weights are asked about, once", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [];
  const judged = [];
  globalThis.fetch = async (_, { body }) => {
    asked.push(String(body));
    return { ok: true, text: async () => "firm" };
  };
  const ask = askingFor(() => ({ judge: (html) => judged.push(html) }), "http://localhost/zeker/case");
  ask("w=a-1");
  ask("w=a-2");
  mock.timers.tick(100);
  mock.timers.reset();
  await settled();
  await settled();
  assert.deepEqual(asked, ["w=a-2"]);
  assert.deepEqual(judged, ["firm"]);
});
