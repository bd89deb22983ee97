// What the presenter hears of a wall that is on its way to another address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pass } from "node:timers/promises";

import { steeringWall } from "../../web/static/projector/channel.js";

test("the last words of a wall that was sent away do not bring it back; the page that comes does", async (t) => {
  const [interval, Channel, opened] = [globalThis.setInterval, globalThis.BroadcastChannel, []];
  globalThis.setInterval = () => {};
  globalThis.BroadcastChannel = class extends Channel {
    constructor(name) {
      super(name);
      opened.push(this);
    }
  };
  t.after(() => {
    for (const channel of opened) channel.close();
    Object.assign(globalThis, { setInterval: interval, BroadcastChannel: Channel });
  });
  const wall = new BroadcastChannel("wall-garden");
  const said = [];
  wall.onmessage = ({ data }) => said.push(data.do);
  const heard = [];
  const ask = steeringWall("garden", (state) => heard.push(state?.step ?? null));
  const tell = async (step, page, count) => {
    wall.postMessage({ wall: { step }, page });
    for (let turn = 0; turn < 200 && heard.length < count; turn++) await pass(20);
  };
  await tell(1, 100, 1);
  ask("go", { query: "start=own" });
  await tell(2, 100, 0);
  await pass(200);
  assert.deepEqual(heard, [1, null]);
  await tell(3, 200, 3);
  assert.deepEqual(heard, [1, null, 3]);
  wall.postMessage({ wall: null, page: 200, leaves: true }); // undo led it to another address
  await tell(4, 200, 4);
  await pass(200);
  assert.deepEqual(heard, [1, null, 3, null]);
  assert.deepEqual(said, ["hello", "go"]);
});
