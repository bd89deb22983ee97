// The screen itself: black when it is asked for, and a toolbar that hides.

const IDLE = 4000; // milliseconds before the toolbar hides

/** A black screen over everything; a click ends it. `changed()` after each change. */
export function blackout(changed) {
  const [blank, page] = [document.getElementById("blank"), document.getElementById("page")];
  let before = null;

  function show(on) {
    blank.hidden = !on;
    page.inert = on;
    if (on) {
      before = document.activeElement;
      blank.focus();
    } else {
      before?.focus?.();
    }
    changed();
  }

  blank.addEventListener("click", () => show(false));
  return {
    get on() {
      return !blank.hidden;
    },
    show,
  };
}

/** The toolbar comes with the mouse and hides itself; the keyboard brings it back by focus. */
export function hidingTools() {
  let timer;
  function awake() {
    document.body.classList.add("p-awake");
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.remove("p-awake"), IDLE);
  }
  document.addEventListener("pointermove", (event) => event.buttons === 0 && awake());
  document.addEventListener("pointerdown", (event) => event.target.closest("input") || awake());
}
