// Where the dots of one theme stand: next to and above each other, so that no two cover each other and each can be seen
// from the back of a hall.

const ROWS = 6; // high, as long as there is room to go wide
const WIDE = 2.8; // per cent of the scale that a dot of full size takes

/** The dots as [{at, side (in dots, from the middle of its column), up}], and which part of the full size they have. */
export function dotPlaces(dots) {
  const count = new Map();
  for (const at of dots) count.set(at, (count.get(at) ?? 0) + 1);
  const values = [...count.keys()].sort((one, other) => one - other);
  const gap = Math.min(100, ...values.slice(1).map((value, place) => value - values[place]));
  const most = Math.max(1, ...count.values());
  let size = 1;
  const across = () => Math.max(1, Math.floor(gap / (WIDE * size)));
  while (Math.ceil(most / Math.min(across(), Math.ceil(most / (ROWS / size)))) > ROWS / size && size > 0.3)
    size -= 0.05;
  const rows = Math.floor(ROWS / size);
  const places = values.flatMap((at) => {
    const many = count.get(at);
    const wide = Math.min(across(), Math.ceil(many / rows));
    return Array.from({ length: many }, (_, number) => {
      const up = Math.floor(number / wide);
      const inRow = Math.min(wide, many - up * wide);
      return { at, side: (number % wide) - (inRow - 1) / 2, up };
    });
  });
  return { places, size: Math.round(100 * size) / 100 };
}
