// The additive sum in the browser: weights times scores, and the sentences about them. Nothing else is calculated here.
// Scores, ranges and words come from Python, which stays the source of truth; a browser test compares the two to the
// last digit. Points: {themes: {id: 0..100}, criteria: {id: 0..100}}; a theme that is not in there was not weighed.

const SMALL = 0.05; // a lead of fewer points is no reason
const NEAR = 0.5; // totals closer than this are called equal
const NAMED = 2; // at most this many themes are named as the reason

/** Half away from zero, after nine decimals have taken away the noise of binary fractions. As in texts/numbers.py. */
export function rounded(value, decimals) {
  const size = Number(Math.abs(value).toFixed(9));
  const result = size < 1e-6 ? 0 : Number(Math.round(Number(size + "e" + decimals)) + "e-" + decimals);
  return value < 0 ? -result || 0 : result;
}

/** A number as people write it in the language of the page. */
export function shown(data, value, decimals = 0) {
  const result = rounded(value, decimals);
  const [whole, fraction] = Math.abs(result).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, data.marks.thousands);
  return (result < 0 ? "\u2212" : "") + grouped + (fraction ? data.marks.decimal + fraction : "");
}

export const percent = (data, share, decimals = 0) => shown(data, 100 * share, decimals) + "%";

const escape = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const form = (text, count) => (count === 0 && text.zero) || text[new Intl.PluralRules(text.language).select(count)];

/** A text of ours, which may hold tags, with {names} filled in; what is filled in is data and gets escaped.
 * A counted text comes in all its forms; `count` picks one. */
export const fill = (text, values) =>
  (typeof text === "string" ? text : form(text, values.count)).replace(/\{(\w+)\}/g, (_, name) => values[name]?.html ?? escape(values[name]));

/** Shares of the themes, and of the criteria within each theme; both sum to 1 where anything carries weight. */
export function shares(data, points) {
  const given = data.themes.map((theme) => points.themes[theme.id] ?? 0);
  const all = given.reduce((sum, value) => sum + value, 0);
  const within = data.themes.map((theme) => {
    const inside = theme.criteria.map((criterion) => points.criteria[criterion.id] ?? 100);
    const total = inside.reduce((sum, value) => sum + value, 0);
    return inside.map((value) => value / total);
  });
  return { themes: given.map((value) => (all ? value / all : 0)), within };
}

/** Totals (lowest and highest when an effect is not known), contributions per theme, and the order. */
export function compare(data, points) {
  const { themes, within } = shares(data, points);
  const rows = data.alternatives.map((_, row) => {
    let low = 0;
    let high = 0;
    const pieces = data.themes.map((theme, place) => {
      let sum = 0;
      theme.criteria.forEach((criterion, index) => {
        const weight = themes[place] * within[place][index];
        const score = criterion.scores[row];
        if (score === null) high += weight * 100;
        else sum += weight * score;
      });
      low += sum;
      high += sum;
      return sum;
    });
    return { low, high, middle: (low + high) / 2, pieces };
  });
  const byTotal = rows.map((_, row) => row).sort((a, b) => rows[b].middle - rows[a].middle || a - b);
  const contenders = byTotal.filter((row) => !data.alternatives[row].failing);
  const order = [...contenders, ...byTotal.filter((row) => data.alternatives[row].failing)];
  const [first, second] = order;
  const known = rows.every((row) => row.high - row.low < 1e-9);
  const others = contenders.slice(1).map((row) => rows[row].high);
  const undecided = others.length ? rows[first].low - Math.max(...others) < NEAR : !contenders.length;
  const weighed = data.themes.map((theme) => theme.id in points.themes);
  const passedOver = contenders.length ? byTotal.slice(0, byTotal.indexOf(first)) : [];
  return { shares: themes, within, rows, order, contenders, passedOver, first, second, known, undecided, weighed };
}

export function totalText(data, row) {
  if (row.high - row.low < SMALL) return shown(data, row.low);
  return fill(data.words.interval, { low: shown(data, row.low), high: shown(data, row.high) });
}

/** Who comes first, and who has a higher total but fails a hard requirement. The same as in wording/sentences.py. */
export function deciding(data, result) {
  if (!result.contenders.length) return data.words.why_nobody;
  const failing = result.passedOver.map((row) =>
    fill(data.words.why_passed_over, { alternative: data.alternatives[row].label, total: totalText(data, result.rows[row]) }),
  );
  return [reason(data, result), ...failing].join(" ");
}

/** Through what the first comes first, and the runner-up's strongest point. */
function reason(data, result) {
  const { first, second, rows } = result;
  const names = {
    first: data.alternatives[first].label,
    second: data.alternatives[second].label,
    first_total: totalText(data, rows[first]),
    second_total: totalText(data, rows[second]),
  };
  if (result.contenders.length === 1) return fill(data.words.why_only, names);
  if (!result.known) return fill(result.undecided ? data.words.why_interval : data.words.why_first, names);
  const leads = data.themes.map((_, place) => rows[first].pieces[place] - rows[second].pieces[place]);
  const reasons = leads.map((_, place) => place).filter((place) => leads[place] > SMALL);
  reasons.sort((a, b) => leads[b] - leads[a]);
  const parts = [fill(result.undecided ? data.words.why_tie : data.words.why_first, names)];
  if (reasons.length && !result.undecided) {
    const themes = reasons.slice(0, NAMED).map((place) => `<b>${escape(data.themes[place].inline)}</b>`);
    parts.push(fill(data.words.why_because, { themes: { html: themes.join(` ${data.words.and} `) } }));
  }
  parts.push(strongest(data, result, leads));
  return parts.join(" ");
}

function strongest(data, result, leads) {
  const { first, second } = result;
  const name = data.alternatives[second].label;
  const place = leads.indexOf(Math.min(...leads));
  if (-leads[place] <= SMALL) return fill(data.words.why_no_runner_up, { second: name });
  const gains = data.themes[place].criteria.map(
    (criterion, index) => result.within[place][index] * (criterion.scores[second] - criterion.scores[first]),
  );
  const criterion = data.themes[place].criteria[gains.indexOf(Math.max(...gains))];
  return fill(data.words.why_runner_up, {
    second: name,
    theme: data.themes[place].inline,
    criterion: criterion.inline,
    second_value: criterion.shown[second],
    first_value: criterion.shown[first],
    unit: criterion.unit,
  });
}

/** When another comes first if only one theme weighs more or less: shares below and above, or null for never. */
export function tippingPoint(data, result, place) {
  const now = result.shares[place];
  const [at0, at1] = ends(data, result, place);
  const first = result.first;
  const found = { now, lower: null, lowerWinner: null, upper: null, upperWinner: null };
  data.alternatives.forEach((_, row) => {
    const lead0 = at0[first] - at0[row];
    const lead1 = at1[first] - at1[row];
    if (row === first || !result.contenders.includes(row) || lead0 * lead1 >= 0) return;
    const share = lead0 / (lead0 - lead1);
    if (lead0 < 0 && (found.lower === null || share > found.lower)) [found.lower, found.lowerWinner] = [share, row];
    if (lead1 < 0 && (found.upper === null || share < found.upper)) [found.upper, found.upperWinner] = [share, row];
  });
  return found;
}

/** Totals if the theme weighs nothing, and if it weighs everything; the rest keeps its proportions. */
function ends(data, result, place) {
  const rest = 1 - result.shares[place];
  const others = data.themes.reduce((sum, theme, index) => sum + (index === place ? 0 : theme.criteria.length), 0);
  const own = data.themes[place].criteria;
  const at0 = data.alternatives.map((_, row) =>
    data.themes.reduce((sum, theme, index) => {
      if (index === place) return sum;
      const part = theme.criteria.reduce((total, criterion, inner) => {
        const weight = rest > 1e-12 ? (result.shares[index] / rest) * result.within[index][inner] : 1 / others;
        return total + weight * criterion.scores[row];
      }, 0);
      return sum + part;
    }, 0),
  );
  const inner = result.shares[place] > 0 ? result.within[place] : own.map(() => 1 / own.length);
  const at1 = data.alternatives.map((_, row) =>
    own.reduce((sum, criterion, index) => sum + inner[index] * criterion.scores[row], 0),
  );
  return [at0, at1];
}

/** The nearest tipping point over all themes, as a sentence. */
export function nearestFlip(data, result) {
  if (!result.known) return data.words.flip_unknown;
  if (!result.contenders.length) return "";
  let best = null;
  if (data.themes.length > 1) {
    data.themes.forEach((_, place) => {
      if (!result.weighed[place]) return;
      const point = tippingPoint(data, result, place);
      for (const side of ["upper", "lower"]) {
        if (point[side] === null) continue;
        const distance = Math.abs(point[side] - point.now);
        if (!best || distance < best.distance - 1e-12) best = { distance, place, side, point };
      }
    });
  }
  if (!best) return fill(data.words.flip_never, { first: data.alternatives[result.first].label });
  const { point, side, place } = best;
  const share = point[side];
  const decimals = rounded(100 * point.now, 0) === rounded(100 * share, 0) ? 1 : 0;
  return fill(side === "upper" ? data.words.flip_more : data.words.flip_less, {
    other: data.alternatives[side === "upper" ? point.upperWinner : point.lowerWinner].label,
    theme: data.themes[place].inline,
    share: percent(data, share, decimals),
    now: percent(data, point.now, decimals),
  });
}
