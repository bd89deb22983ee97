// Lists that are made anew when what they show changed, without taking the focus from whoever uses them.

/** Make the children of `place` again when `shows` differs from the last time; what had the focus keeps it, by its place. */
export function redrawn(place, shows, make) {
  const made = JSON.stringify(shows);
  if (place.dataset.made === made) return;
  place.dataset.made = made;
  const buttons = () => [...place.querySelectorAll("button")];
  const had = buttons().indexOf(document.activeElement);
  place.replaceChildren(...make());
  if (had < 0) return;
  const now = buttons();
  now[Math.min(had, now.length - 1)]?.focus();
}
