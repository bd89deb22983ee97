// The start of a weighing: the order of the questions, and examples that are called examples.

/** The themes in an order of this visitor's own, the same as long as the tab lives: no theme is first for everybody. */
export function shuffled(data) {
  const name = `waardenweger.order.${data.case}`;
  const themes = [...data.themes];
  let order = [];
  try {
    order = JSON.parse(sessionStorage.getItem(name)) ?? [];
  } catch {
    // No storage, or something else in it: a new order does no harm.
  }
  const known = themes.every((theme) => order.includes?.(theme.id)) && order.length === themes.length;
  if (!known) {
    order = themes.map((theme) => theme.id);
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(Math.random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    try {
      sessionStorage.setItem(name, JSON.stringify(order));
    } catch {
      // As above.
    }
  }
  return order.map((id) => themes.find((theme) => theme.id === id));
}

/** The examples to begin with. `begin(start, points)` is called with the choice. */
export function showExamples(data, begin) {
  const chosen = document.querySelector("#profile");
  const about = document.querySelector("#profile-about");
  const tell = () => (about.textContent = data.profiles[chosen.value].about);
  chosen.addEventListener("change", tell);
  tell();
  document.querySelector("#profile-go").addEventListener("click", () => {
    const { themes, criteria } = data.profiles[chosen.value];
    begin(chosen.value, { themes: { ...themes }, criteria: { ...criteria }, unsure: [] });
  });
}
