import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answersOf,
  hashOf,
  keptAnswers,
  openThemes,
  placeOf,
  pointsOf,
  themeAfter,
} from "../../web/static/phone/walk.js";

const THEMES = ["work", "calm", "soil"];

test("the largest answer becomes 100 and the others keep their proportion to it", () => {
  const points = pointsOf({ work: 75, calm: 25, soil: null }, { jobs: 100 }, 100);
  assert.deepEqual(points, { themes: { work: 100, calm: 33.333333333 }, criteria: { jobs: 100 }, unsure: ["soil"] });
  assert.deepEqual(answersOf(points), { work: 100, calm: 33.333333333, soil: null });
});

test("answers without any weight weigh nothing", () => {
  for (const answers of [{}, { work: 0, calm: 0 }, { work: null, calm: 0 }])
    assert.deepEqual(pointsOf(answers, {}, 100), { themes: {}, criteria: {}, unsure: [] });
});

test("what the browser kept counts only when it makes the weighing of the address", () => {
  const points = pointsOf({ work: 75, calm: 25, soil: null }, {}, 100);
  const kept = (answers) => keptAnswers(answers, points, 100, THEMES);
  assert.deepEqual(kept({ work: 75, calm: 25, soil: null }), { work: 75, calm: 25, soil: null });
  for (const wrong of [undefined, null, 7, [], { work: 75 }, { work: 75, calm: 50, soil: null }, { gone: 100 }])
    assert.equal(kept(wrong), null);
  assert.equal(kept({ work: 300, calm: 100, soil: null }), null);
});

test("one theme after another, and then those that were skipped", () => {
  const after = (theme, answers, fresh) => themeAfter(THEMES, theme, answers, fresh);
  assert.equal(after("work", { work: 50 }, true), "calm");
  assert.equal(after("work", { work: 50, calm: 0 }, true), "soil");
  assert.equal(after("work", { work: 50, calm: 0 }, false), "calm");
  assert.equal(after("soil", { soil: 50, work: 0 }, true), "calm");
  assert.equal(after("soil", { soil: 50, work: 0 }, false), "calm");
  assert.equal(after("soil", { soil: 50, work: 0, calm: null }, true), null);
  assert.deepEqual(openThemes(THEMES, { calm: null }), ["work", "soil"]);
});

test("an address stands for one screen, and for no result before every theme had an answer", () => {
  const all = { work: 100, calm: null, soil: 0 };
  const at = (hash, answers) => {
    const place = placeOf(hash, THEMES, answers);
    return place && hashOf(place);
  };
  assert.equal(at("#result", all), "#result");
  assert.equal(at("#result", { work: 100 }), "#weigh-calm");
  assert.equal(at("#weigh", {}), "#weigh-work");
  assert.equal(at("#weigh", all), "#weigh-work");
  assert.equal(at("#weigh-soil", {}), "#weigh-soil");
  assert.equal(at("#weigh-gone", { work: 1 }), "#weigh-calm");
  assert.equal(at("#facts", {}), "#facts");
  for (const none of ["", "#", "#main", "#facts-1", "#result-work"]) assert.equal(at(none, all), null);
});
