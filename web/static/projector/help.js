// The list of keys: only those that do something now, each with what it does now.

const ACTS = { theme: "next", walk: "next", take: "next", points: "more", close: "leave" }; // rows named after what they do

/** `does(name)` tells whether a key does anything now, `told` whether the story is told. */
export function listKeys(help, does, told) {
  for (const row of help.querySelectorAll("[data-key]")) {
    const { key, here, story } = row.dataset;
    row.hidden = !does(ACTS[key] ?? key);
    row.querySelector("dd").textContent = (told && story) || here;
  }
}
