import assert from "node:assert/strict";
import { test } from "node:test";
import { lineSaid } from "../../web/static/rooms/desk_lists.js";
import { leftOpen, mainOf, nextStage } from "../../web/static/rooms/desk_main.js";
import { revealed } from "../../web/static/rooms/desk_trying.js";

const known = {
  plan: { asks_who: true },
  source: { who_came: "attendance", agreement: "weigh", groups: "weigh", gut: "gut" },
};
const step = (id, stages = []) => ({ id, stages });
const at = (more) => ({ phase: "live", question: null, asked: {}, shown: {}, step: { index: 1, of: 3 }, ...more });
const main = (state, here) => {
  const found = mainOf(at(state), here, known);
  return found && [found.command, ...Object.values(found.detail)].join(" ");
};

test("one button leads through a whole step: ask, close, show one by one, go on", () => {
  const weigh = step("weigh");
  assert.equal(main({ phase: "prepared" }, weigh), "begin");
  assert.equal(main({ question: "weigh", asked: { weigh: "waiting" } }, weigh), "open weigh");
  assert.equal(main({ question: "weigh", asked: { weigh: "open" } }, weigh), "close weigh");
  assert.equal(main({ question: "weigh", asked: { weigh: "closed" } }, weigh), "next");
  const values = step("values", ["agreement", "groups"]);
  assert.equal(main({ asked: { weigh: "open" } }, values), "next");
  assert.equal(main({ asked: { weigh: "closed" } }, values), "reveal agreement");
  assert.equal(main({ asked: { weigh: "closed" }, shown: { agreement: {} } }, values), "reveal groups");
  assert.equal(main({ asked: { weigh: "closed" }, shown: { agreement: {}, groups: {} } }, values), "next");
});

test("who came is asked until somebody closes it, and shown only where it was asked", () => {
  const here = step("walk_in");
  assert.equal(main({ question: "attendance", asked: { attendance: "open" } }, here), "next");
  assert.equal(main({ question: "attendance", asked: { attendance: "closed" } }, here), "reveal who_came");
  const silent = { ...known, plan: { asks_who: false } };
  assert.equal(nextStage(at({ asked: { attendance: "closed" } }), here, silent), null);
});

test("after the last step comes the end, after a rehearsal the beginning, after the end nothing", () => {
  const last = { step: { index: 2, of: 3 } };
  assert.equal(main(last, step("record")), "end");
  assert.equal(main({ ...last, phase: "rehearsing" }, step("record")), "begin");
  assert.equal(main({ ...last, phase: "closed" }, step("record")), null);
});

test("a question that was left open at another step is told, those that stay open by themselves are not", () => {
  const asked = { attendance: "open", gut: "open", weigh: "open", second: "closed" };
  assert.deepEqual(leftOpen(at({ question: "weigh", asked })), ["gut"]);
});

test("a line of the log has no name of a command in it", () => {
  const words = {
    desk_did: "gedaan",
    desk_did_reveal: "getoond",
    stage_groups: "Groepen",
    step_values: "Wat telt",
    counted_joined: "{count} deelnemers",
    counted_sent: "{count} antwoorden",
  };
  const line = { moment: "2026-11-30T20:00:00+00:00", what: "reveal", detail: { stage: "groups" }, joined: 9, sent: 8 };
  assert.match(lineSaid(line, words, "nl"), /^\d\d:\d\d getoond · Groepen · 9 deelnemers, 8 antwoorden$/);
  const other = lineSaid({ ...line, what: "some_command", detail: { step: "values" } }, words, "nl");
  assert.match(other, /gedaan · Wat telt/);
});

test("only what the wall has shown of the room can be tried", () => {
  const words = { profile_room: "the room", profile_group: "group {number}" };
  assert.deepEqual(revealed({ shown: {} }, words), []);
  const shown = {
    robust: { middle: { withheld: "no_middle" } },
    groups: {
      groups: [{ middle: { points: { a: 100 } } }, { middle: { withheld: "no_middle" } }, { middle: { points: {} } }],
    },
  };
  const [one, ...rest] = revealed({ shown }, words);
  assert.deepEqual(one, { id: "group-1", label: "group 1", points: { a: 100 } });
  assert.equal(
    rest.some(({ id }) => id === "room" || id === "group-3"),
    false,
  );
});
