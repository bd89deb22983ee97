import assert from "node:assert/strict";
import { test } from "node:test";
import { element, put, putStyle } from "../../web/static/board/dom.js";
import { compare } from "../../web/static/board/sum.js";
import { drawTable } from "../../web/static/board/views.js";
import { endsOf } from "./ends.js";
import { named } from "./small_document.js";

const data = {
  rules: { largest: 100, near: 0.5, small: 0.05 },
  marks: { decimal: ".", thousands: "," },
  words: {
    interval: "{low} to {high}",
    table_help: "help",
    table_help_unsure: "without",
    unsure: "unsure",
    theme: "Theme",
    weight: "Weight",
    total: "Total",
  },
  alternatives: [
    { id: "tram", code: "A", label: "Tram", colour: "#123456", behind: [] },
    { id: "road", code: "B", label: "Road", colour: "#654321", behind: [] },
  ],
  themes: [
    { id: "t", number: 1, label: "Time", criteria: [{ id: "c", scores: [80, 40], ends: endsOf([80, 40]) }] },
    { id: "u", number: 2, label: "Air", criteria: [{ id: "d", scores: [50, null], ends: endsOf([50, null]) }] },
  ],
};

const GIVEN = { themes: { t: 100, u: 25 }, criteria: {}, unsure: [] };

test("the table holds weights, contributions and totals, and a question mark for what is not known", () => {
  // tram 0.8 * 80 + 0.2 * 50 = 64 + 10 = 74; road 0.8 * 40 = 32, and up to 0.2 * 100 = 20 more
  const root = element("div");
  drawTable(root, data, compare(data, GIVEN));
  const cells = named(root, "tr").map((row) => row.children.map((cell) => cell.textContent));
  assert.deepEqual(cells, [
    ["Theme", "Weight", "A Tram", "B Road"],
    ["Time", "80%", "64.0", "32.0"],
    ["Air", "20%", "10.0", "?"],
    ["Total", "", "74.0", "32.0 to 52.0"],
  ]);
});

test("a theme that somebody does not know adds a question mark, and the table does not say that it adds up", () => {
  const root = element("div");
  drawTable(root, data, compare(data, { themes: { t: 100 }, criteria: {}, unsure: ["u"] }));
  const cells = named(root, "tr").map((row) => row.children.map((cell) => cell.textContent));
  assert.deepEqual(cells[2], ["Air", "unsure", "?", "?"]);
  assert.equal(named(root, "caption")[0].textContent, "without");
});

test("themes stand in the order of the case, also where the page asks them in another one", () => {
  const root = element("div");
  const [first, second] = data.themes;
  drawTable(root, { ...data, themes: [second, first] }, compare({ ...data, themes: [second, first] }, GIVEN));
  const heads = named(root, "tr").map((row) => row.children[0].textContent);
  assert.deepEqual(heads, ["Theme", "Time", "Air", "Total"]);
});

test("text is text, and only what differs is changed", () => {
  const pressed = () => {};
  const made = element("button", { class: "b", hidden: false, disabled: true, onclick: pressed }, "<b>", null);
  assert.deepEqual(made.attributes, { class: "b", disabled: "" });
  assert.equal(made.listeners.click, pressed);
  assert.equal(made.textContent, "<b>");
  let writes = 0;
  const counted = {
    get textContent() {
      return "same";
    },
    set textContent(_) {
      writes += 1;
    },
  };
  put(counted, "same");
  put(counted, "other");
  assert.equal(writes, 1);
  const style = {
    getPropertyValue: () => "1%",
    setProperty: () => {
      writes += 1;
    },
  };
  putStyle({ style }, "width", "1%");
  putStyle({ style }, "width", "2%");
  assert.equal(writes, 2);
});
