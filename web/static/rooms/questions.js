// The forms of the questions that are not a weighing: who came, gut feeling, what is of value, marks, last words.

import { button, element } from "../board/dom.js";

const MOST_NAMED = 10;

/** A button that is on or off; `press` hears of it. */
const choice = (label, on, press, more = {}) =>
  button(label, press, "m-answer", { "aria-pressed": String(on), ...more });

/** Three voluntary questions. */
export function attendanceForm(place, { room, words, answer, changed, send }) {
  const given = { ...answer };
  const ask = (key, choices) =>
    element(
      "p",
      {},
      element("label", { for: `who-${key}` }, words[`who_${key}`]),
      select(`who-${key}`, choices, given[key], (value) => {
        given[key] = value;
        changed(given);
      }),
    );
  place.append(
    element("h3", {}, words.who_title),
    element("p", { class: "w-quiet" }, words.who_free),
    ask("age", room.ages),
    ask("area", room.areas),
    ask("came", room.came),
    button(words.send, () => send(given), "m-next"),
  );
}

function select(id, choices, chosen, hear) {
  const made = element(
    "select",
    { id },
    element("option", { value: "" }, "\u2013"),
    ...choices.map(([value, label]) => element("option", { value, selected: value === chosen }, label)),
  );
  made.addEventListener("change", () => hear(made.value));
  return made;
}

/** What somebody feels before any result. */
export function gutForm(place, { data, words, answer, send }) {
  const options = [...data.alternatives.map(({ id, label }) => [id, label]), ["none", words.gut_none]];
  place.append(
    element("p", { class: "m-question" }, words.gut_question),
    element(
      "div",
      { class: "m-answers" },
      ...options.map(([id, label]) => choice(label, answer?.choice === id, () => send({ choice: id }))),
    ),
  );
}

/** What is of value here: topics to press, and own words. */
export function nameForm(place, { room, words, answer, changed, send }) {
  let values = answer?.values ?? [];
  const draw = () => {
    const has = (topic) => values.some((item) => item.topic === topic);
    const toggle = (topic) => {
      values = has(topic)
        ? values.filter((item) => item.topic !== topic)
        : [...values, { topic, words: "" }].slice(0, MOST_NAMED);
      changed({ values });
      draw();
    };
    const input = element("input", { id: "own-value", maxlength: 80, autocomplete: "off" });
    const add = () => {
      if (!input.value.trim() || values.length >= MOST_NAMED) return;
      values = [...values, { topic: "", words: input.value.trim() }];
      changed({ values });
      draw();
    };
    place.replaceChildren(
      element("p", { class: "m-question" }, words.name_question),
      element(
        "div",
        { class: "m-answers s-topics" },
        ...room.topics.map(([id, label]) => choice(label, has(id), () => toggle(id))),
      ),
      element(
        "p",
        {},
        element("label", { for: "own-value" }, words.name_own),
        input,
        button(words.add, add, "m-button"),
      ),
      element(
        "ul",
        { class: "s-rows" },
        ...values
          .filter((item) => item.words)
          .map((item) =>
            element(
              "li",
              {},
              item.words,
              " ",
              button(
                words.take_out,
                () => {
                  values = values.filter((other) => other !== item);
                  changed({ values });
                  draw();
                },
                "m-button",
              ),
            ),
          ),
      ),
      element("p", { class: "w-quiet" }, words.no_names),
      button(words.send, () => send({ values }), "m-next", { disabled: values.length === 0 }),
    );
  };
  draw();
}

/** Which values need a figure, and which have a limit that may never be passed. */
export function markForm(place, { room, words, answer, changed, send, state }) {
  const named = Object.keys(state.shown.values_named?.topics ?? {});
  const own = state.said.filter(({ question }) => question === "name");
  const topics = [
    ...room.topics.filter(([id]) => named.length === 0 || named.includes(id)),
    ...own.map(({ id, words: said }) => [`said.${id}`, said]),
  ];
  const marks = { ...answer?.marks };
  const box = (id, key) => {
    const made = element("input", { type: "checkbox", autocomplete: "off" });
    made.checked = Boolean(marks[id]?.[key]);
    made.addEventListener("change", () => {
      marks[id] = { figure: false, limit: false, words: "", ...marks[id], [key]: made.checked };
      changed({ marks });
    });
    return element("label", { class: "m-switch" }, made, words[`mark_${key}`]);
  };
  const line = (id, label) => {
    const made = element("input", {
      maxlength: 200,
      autocomplete: "off",
      "aria-label": `${words.mark_which} ${label}`,
    });
    made.value = marks[id]?.words ?? "";
    made.placeholder = words.mark_which;
    made.addEventListener("input", () => {
      marks[id] = { figure: false, limit: true, ...marks[id], words: made.value };
      changed({ marks });
    });
    return element("span", { class: "s-limit" }, made);
  };
  place.append(
    element("p", { class: "m-question" }, words.mark_question),
    ...topics.map(([id, label]) =>
      element(
        "fieldset",
        { class: "s-mark" },
        element("legend", {}, label),
        box(id, "figure"),
        box(id, "limit"),
        line(id, label),
      ),
    ),
    element("p", { class: "w-quiet" }, words.no_names),
    button(words.send, () => send({ marks }), "m-next"),
  );
}

/** One line at the end. */
export function recordForm(place, { words, answer, changed, send }) {
  const line = element("textarea", { id: "last", maxlength: 300, rows: 4, "aria-describedby": "last-note" });
  line.value = answer?.said ?? "";
  line.addEventListener("input", () => changed({ said: line.value }));
  place.append(
    element("label", { for: "last", class: "m-question" }, words.record_question),
    line,
    element("p", { id: "last-note", class: "w-quiet" }, words.no_names),
    button(words.send, () => line.value.trim() && send({ said: line.value }), "m-next"),
  );
}
