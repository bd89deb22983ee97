// Where this phone's own points stand in the spread that everybody sees, as in workshop/group/own_place.py.

const STEP = 5;

/** {own, below, alike, quarter}: per cent who gave fewer, and as many with oneself included; 1 is below the middle half,
 * 2 and 3 are in it, 4 is above it. */
export function ownPlace({ dots, low, median, high }, points) {
  const own = Math.floor(points / STEP + 0.5) * STEP;
  const share = (fits) => evenHalf((100 * dots.filter(fits).length) / dots.length);
  const quarter = own < low ? 1 : own > high ? 4 : own <= median ? 2 : 3;
  return { own, below: share((dot) => dot < own), alike: share((dot) => dot === own), quarter };
}

/** To a whole number, halves to even. */
function evenHalf(value) {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 ? down + 1 : down;
}
