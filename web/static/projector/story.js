// The story on the wall: five steps, one in view. Keys, buttons and the edges of the picture lead on and back; the address
// holds the step, and who leaves comes back where it was.

import { enable, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";

const PART = "story";
const byId = (id) => document.getElementById(id);

/** `changed(step)` after each other step; 0 is no story. */
export function wallStory(changed) {
  const scenes = [...byId("story").children];
  const bar = byId("story-bar");
  let step = 0;
  let last = 1;

  function draw() {
    document.body.classList.toggle("p-telling", step > 0);
    document.body.dataset.step = step;
    byId("story").hidden = !step;
    bar.hidden = !step;
    scenes.forEach((scene, place) => {
      scene.hidden = place !== step - 1;
    });
    for (const edge of document.querySelectorAll(".p-edge")) edge.hidden = !step;
    for (const button of document.querySelectorAll("[data-story=previous]")) enable(button, step !== 1);
    for (const button of document.querySelectorAll("[data-story=next]")) enable(button, step !== scenes.length);
    if (step) {
      const name = bar.dataset.names.split("|")[step - 1];
      put(byId("story-place"), fill(bar.dataset.place, { step, steps: scenes.length, name }));
    }
    for (const link of document.querySelectorAll(".p-example, #other, [data-do=example]")) {
      link.href = `?${write(new URLSearchParams(link.search))}`;
    }
  }

  /** Puts the step in the parts of an address, or takes it out. */
  function write(parts) {
    if (step) parts.set(PART, step);
    else parts.delete(PART);
    return parts;
  }

  function show(wanted) {
    const next = Math.min(scenes.length, Math.max(0, wanted));
    if (next === step) return;
    last = step || last;
    step = next;
    const held = document.activeElement;
    draw();
    if (held !== document.body && !held.checkVisibility()) {
      // out of the story: not on the toolbar, which would come and lie over the board
      document.querySelector(step ? "#story-bar button:not(:disabled)" : "main").focus();
    }
    changed(step);
  }

  const wanted = Number(new URLSearchParams(location.search).get(PART));
  step = Number.isInteger(wanted) && wanted > 0 && wanted <= scenes.length ? wanted : 0;
  draw();

  return {
    get step() {
      return step;
    },
    clash: Number(byId("story").dataset.clash),
    show,
    write,
    turn: (by) => show(Math.max(1, step + by)),
    toggle: () => show(step ? 0 : last),
  };
}
