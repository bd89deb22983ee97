// Weighing in a session: the same one question a screen as on the page of a case, without any total. At the end all
// answers in a row, and one button that sends them.

import { element } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { themeScreen } from "../phone/theme_screen.js";
import { openThemes, pointsOf, themeAfter } from "../phone/walk.js";

/** Answers of the walk as the server takes them: points per theme, the largest 100; "x" for "I don't know". */
export function ballotOf(data, answers) {
  const { themes: points } = pointsOf(answers, {}, data.rules.largest);
  const given = Object.keys(points).length > 0;
  return {
    points: Object.fromEntries(
      data.themes.map(({ id }) => [id, given && id in points ? points[id] : data.link.unsure]),
    ),
  };
}

/** Answers of the walk from what was sent. */
export const answersFrom = (data, { points }) =>
  Object.fromEntries(Object.entries(points).map(([id, value]) => [id, value === data.link.unsure ? null : value]));

/** Whether every theme has an answer, and one counts above 0 or all are left open. */
export function ready(answers, themes) {
  const values = Object.values(answers);
  return (
    openThemes(themes, answers).length === 0 && (values.some((value) => value > 0) || values.every((v) => v === null))
  );
}

/** Everything counts about as much: worth one question whether that is meant. */
export function alike(answers) {
  const given = Object.values(answers).filter((value) => value !== null);
  return given.length > 1 && Math.max(...given) > 0 && Math.max(...given) < 1.5 * Math.min(...given);
}

/**
 * The screens of one round. `data`: the board; `round` has answers, changed(answers), send(). Returns {draw(place)}.
 */
export function weighing(place, data, round, words) {
  const themes = data.themes.map((theme) => theme.id);
  const start = openThemes(themes, round.answers())[0] ?? null;
  let at = start;
  let screen = null;

  function answer(id, value, pressed) {
    const fresh = !(id in round.answers());
    round.changed({ ...round.answers(), [id]: value });
    if (pressed) show(themeAfter(themes, id, round.answers(), fresh));
    else screen?.draw(value, null);
  }

  function show(theme, moved = true) {
    at = theme;
    draw();
    if (moved) history.pushState({ theme }, "");
    place.querySelector("h2")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function question(id) {
    const number = themes.indexOf(id);
    const after = themeAfter(themes, id, round.answers(), false);
    const first = number === 0 && !(id in round.answers());
    screen = themeScreen(
      {
        data,
        theme: data.themes[number],
        number: number + 1,
        first,
        early: null,
        previous: `#${themes[number - 1] ?? ""}`,
        next: `#${after ?? ""}`,
      },
      (value, pressed) => answer(id, value, pressed),
      () => {},
    );
    const [back, on] = screen.root.querySelectorAll(".m-walk a");
    back.hidden = number === 0;
    for (const [link, to] of [
      [back, themes[number - 1]],
      [on, after],
    ])
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(to ?? null);
      });
    screen.draw(round.answers()[id], null);
    return screen.root;
  }

  function review() {
    screen = null;
    const answers = round.answers();
    const said = (value) =>
      value === undefined
        ? words.no_answer
        : value === null
          ? data.words.unsure
          : fill(words.points, { count: Math.round(value) });
    const rows = data.themes.map(({ id, label }) =>
      element(
        "li",
        {},
        element(
          "button",
          { type: "button", class: "m-button s-row", onclick: () => show(id) },
          element("span", {}, label),
          element("b", {}, said(answers[id])),
        ),
      ),
    );
    const can = ready(answers, themes);
    const before = round.before(); // nothing was changed since the first round: one press keeps it
    const send = element(
      "button",
      { type: "button", class: "m-next", onclick: round.send, disabled: !can || round.standing() === "sent" },
      before ? words.send_same : words[`send_${round.standing()}`],
    );
    return element(
      "div",
      { class: "m-theme" },
      element("h2", { tabindex: "-1" }, words.review),
      before ? element("p", {}, words.same_about) : null,
      element("ul", { class: "s-rows" }, ...rows),
      can ? null : element("p", {}, openThemes(themes, answers).length ? words.not_whole : words.all_nothing),
      can && alike(answers) ? element("p", { class: "m-note" }, words.alike) : null,
      round.reason,
      send,
    );
  }

  function draw() {
    place.replaceChildren(at === null ? review() : question(at));
  }

  /** Back to a screen that was left; the first one has no name in the history. */
  const back = (theme) => show(theme === undefined ? start : theme, false);

  return { draw, back };
}
