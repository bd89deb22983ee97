// Numbers as people read them, as in texts/numbers.py.

/** Nine decimals: what stands behind them is noise of binary fractions, and decides about no digit, order or word. */
export const steady = (value) => Number(value.toFixed(9));

/** Half away from zero on the digits shown. */
export function rounded(value, decimals) {
  const size = Math.abs(steady(value));
  const result = size < 1e-6 ? 0 : Number(`${Math.round(Number(`${size}e${decimals}`))}e-${decimals}`);
  return value < 0 ? -result || 0 : result;
}

/** A number as people write it in the language of the page. */
export function shown(data, value, decimals = 0) {
  const result = rounded(value, decimals);
  const [whole, fraction] = Math.abs(result).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, data.marks.thousands);
  return (result < 0 ? "\u2212" : "") + grouped + (fraction ? data.marks.decimal + fraction : "");
}

export const percent = (data, share, decimals = 0) => `${shown(data, 100 * share, decimals)}%`;

/** The fewest decimals, and at most three, with which a share between 0 and 1 does not read as 0% or 100%. */
export function innerDecimals(share, fewest = 0) {
  let places = fewest;
  const end = (value) => value <= 0 || value >= 100;
  while (places < 3 && share > 0 && share < 1 && end(rounded(100 * share, places))) places++;
  return places;
}
