// The additive sum in the browser: weights times scores, who comes first, when another does, and the sentences about it.
// Scores, ranges, rules and words come from Python, which stays the source of truth: tests/js replays what it says.
// Points: {themes: {id: 0..100}, criteria: {id: 0..100}}; a theme that is not in there was not weighed.

/* ---- numbers, as in texts/numbers.py ---- */

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

/* ---- the sum ---- */

/** The places of the themes in the order of the case, which a page may show in another one. */
export const inOrder = (data) =>
  data.themes.map((_, place) => place).sort((a, b) => data.themes[a].number - data.themes[b].number);

/** Shares of the themes, and of the criteria within each theme; both sum to 1 where anything carries weight. */
export function shares(data, points) {
  const given = data.themes.map((theme) => points.themes[theme.id] ?? 0);
  const all = given.reduce((sum, value) => sum + value, 0);
  const within = data.themes.map((theme) => {
    const inside = theme.criteria.map((criterion) => points.criteria[criterion.id] ?? data.rules.largest);
    const total = inside.reduce((sum, value) => sum + value, 0);
    return inside.map((value) => value / total);
  });
  return { themes: given.map((value) => (all ? value / all : 0)), within };
}

/**
 * Totals, lowest and highest when an effect is not known; per theme the points that are certain (`pieces`) and those
 * that depend on an unknown effect (`open`); and the order.
 */
export function compare(data, points) {
  const { themes, within } = shares(data, points);
  const rows = data.alternatives.map((_, row) => {
    const pieces = data.themes.map(() => 0);
    const open = data.themes.map(() => 0);
    data.themes.forEach((theme, place) => {
      theme.criteria.forEach((criterion, index) => {
        const weight = themes[place] * within[place][index];
        const score = criterion.scores[row];
        if (score === null) open[place] += weight * 100;
        else pieces[place] += weight * score;
      });
    });
    const low = pieces.reduce((sum, value) => sum + value, 0);
    const high = open.reduce((sum, value) => sum + value, low);
    return { low, high, middle: steady((low + high) / 2), pieces, open };
  });
  const byTotal = rows.map((_, row) => row).sort((a, b) => rows[b].middle - rows[a].middle || a - b);
  const contenders = byTotal.filter((row) => !data.alternatives[row].failing);
  const order = [...contenders, ...byTotal.filter((row) => data.alternatives[row].failing)];
  const [first, second] = order;
  const known = rows.every((row) => row.open.every((value) => value === 0));
  const others = contenders.slice(1).map((row) => rows[row].high);
  const lead = rows[first].low - Math.max(...others);
  const undecided = others.length ? steady(lead) < data.rules.near : !contenders.length;
  const weighed = data.themes.map((theme) => theme.id in points.themes);
  const passedOver = contenders.length ? byTotal.slice(0, byTotal.indexOf(first)) : [];
  return { shares: themes, within, rows, order, contenders, passedOver, first, second, known, undecided, weighed };
}

/**
 * When another comes first if only one theme weighs more or less: `lower` and `upper` are {share, winner}, or null for
 * never. Null as a whole where an effect would start to count that is not known. As in mcda/tipping.py.
 */
export function tippingPoint(data, result, place) {
  const at0 = totalsOf(data, result, (theme) => theme !== place);
  const at1 = totalsOf(data, result, (theme) => theme === place);
  if (!at0 || !at1) return null;
  const now = result.shares[place];
  const lower = takeover(data.rules, result, at1, at0, 1 - now);
  return {
    now,
    lower: lower && { ...lower, share: 1 - lower.share },
    upper: takeover(data.rules, result, at0, at1, now),
  };
}

/** Totals if only these themes weigh, in their proportions of now; without any, all their criteria count equally. */
function totalsOf(data, result, mine) {
  const parts = data.themes.flatMap((theme, place) =>
    mine(place)
      ? theme.criteria.map(({ scores }, index) => [scores, result.shares[place] * result.within[place][index]])
      : [],
  );
  const all = parts.reduce((sum, [, weight]) => sum + weight, 0);
  const counted = all ? parts.filter(([, weight]) => weight) : parts.map(([scores]) => [scores, 1]);
  if (counted.some(([scores]) => scores.includes(null))) return null;
  const sum = (row) => counted.reduce((total, [scores, weight]) => total + weight * scores[row], 0);
  return data.alternatives.map((_, row) => sum(row) / (all || parts.length));
}

/** The nearest share from `now` on at which another alternative passes the first, on straight lines from 0 to 1. */
function takeover({ tie, same }, { first, contenders }, at0, at1, now) {
  let best = null;
  for (const winner of [...contenders].sort((a, b) => a - b)) {
    const [lead0, lead1] = [at0[first] - at0[winner], at1[first] - at1[winner]];
    if (lead1 >= 0 || (Math.abs(lead0) <= tie && -lead1 <= tie)) continue;
    const share = Math.max(now, lead0 / (lead0 - lead1));
    if (share >= 1 - same) continue;
    // Of those that pass at the same share, the steepest line is on top from there on.
    const nearer = !best || share < best.share - same;
    if (nearer || (share <= best.share + same && at1[winner] > at1[best.winner] + tie)) best = { share, winner };
  }
  return best;
}

/* ---- in words, as in wording/sentences.py ---- */

const escaped = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const form = (text, count) => (count === 0 && text.zero) || text[new Intl.PluralRules(text.language).select(count)];

/** A text of ours, which may hold tags, with {names} filled in; what is filled in is data and gets escaped. A counted
 * text comes in all its forms; `count` picks one. */
export const fill = (text, values) =>
  (typeof text === "string" ? text : form(text, values.count)).replace(
    /\{(\w+)\}/g,
    (_, name) => values[name]?.html ?? escaped(values[name]),
  );

/** The total, or its range where an effect that is not known makes a difference that shows. */
export function totalText(data, row, decimals = 0) {
  const [low, high] = [shown(data, row.low, decimals), shown(data, row.high, decimals)];
  return low === high ? low : fill(data.words.interval, { low, high });
}

/** Points from a theme, or the question mark where they depend on an effect that is not known. */
export const pointsFrom = (data, row, place) => (row.open[place] ? "?" : shown(data, row.pieces[place], 1));

/** The score within a theme, 0 to 100; null where it carries no weight or depends on an effect that is not known. */
export function scoreOn(result, row, place) {
  const share = result.shares[place];
  return share && !row.open[place] ? row.pieces[place] / share : null;
}

export const scoreText = (data, score) => (score === null ? "?" : shown(data, score));

/** Who comes first, and who has a higher total but fails a hard requirement. */
export function deciding(data, result) {
  if (!result.contenders.length) return data.words.why_nobody;
  const failing = result.passedOver.map((row) =>
    fill(data.words.why_passed_over, {
      alternative: data.alternatives[row].label,
      total: totalText(data, result.rows[row]),
    }),
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
  const leads = data.themes.map((_, place) => steady(rows[first].pieces[place] - rows[second].pieces[place]));
  const reasons = inOrder(data).filter((place) => leads[place] > data.rules.small);
  reasons.sort((a, b) => leads[b] - leads[a]);
  const parts = [fill(result.undecided ? data.words.why_tie : data.words.why_first, names)];
  if (reasons.length && !result.undecided) {
    const themes = reasons.slice(0, data.rules.named).map((place) => `<b>${escaped(data.themes[place].inline)}</b>`);
    parts.push(fill(data.words.why_because, { themes: { html: themes.join(` ${data.words.and} `) } }));
  }
  parts.push(strongest(data, result, leads));
  return parts.join(" ");
}

function strongest(data, result, leads) {
  const { first, second } = result;
  const name = data.alternatives[second].label;
  const least = Math.min(...leads);
  if (-least <= data.rules.small) return fill(data.words.why_no_runner_up, { second: name });
  const place = inOrder(data).find((theme) => leads[theme] === least);
  const theme = data.themes[place];
  const gains = theme.criteria.map(({ scores }, index) => {
    const weight = result.shares[place] * result.within[place][index];
    return weight && steady(weight * scores[second] - weight * scores[first]);
  });
  const criterion = theme.criteria[gains.indexOf(Math.max(...gains))];
  return fill(data.words.why_runner_up, {
    second: name,
    theme: theme.inline,
    criterion: criterion.inline,
    second_value: criterion.shown[second],
    first_value: criterion.shown[first],
    unit: criterion.unit,
  });
}

/** The nearest tipping point over all themes, as a sentence. */
export function nearestFlip(data, result) {
  if (!result.known) return data.words.flip_unknown;
  if (!result.contenders.length) return "";
  let best = null;
  let asked = true;
  for (const place of data.themes.length > 1 ? inOrder(data) : []) {
    const point = tippingPoint(data, result, place);
    asked &&= point !== null;
    if (!point || !result.weighed[place]) continue;
    for (const side of ["upper", "lower"]) {
      const distance = point[side] && Math.abs(point[side].share - point.now);
      if (point[side] && (!best || distance < best.distance - data.rules.same)) {
        best = { distance, side, theme: data.themes[place], now: point.now, ...point[side] };
      }
    }
  }
  if (!best)
    return asked
      ? fill(data.words.flip_never, { first: data.alternatives[result.first].label })
      : data.words.flip_unknown;
  const decimals = rounded(100 * best.now, 0) === rounded(100 * best.share, 0) ? 1 : 0;
  return fill(best.side === "upper" ? data.words.flip_more : data.words.flip_less, {
    other: data.alternatives[best.winner].label,
    theme: best.theme.inline,
    share: percent(data, best.share, decimals),
    now: percent(data, best.now, decimals),
  });
}

/** Under a view: how to read it, which themes were not weighed, and that an effect is not known. */
export function noteText(data, result, view) {
  const missing = inOrder(data)
    .filter((place) => !result.weighed[place])
    .map((place) => data.themes[place].label);
  const notes = [data.words[`${view}_help`]];
  if (missing.length) notes.push(fill(data.words.missing, { themes: { html: missing.join(", ") } }));
  if (!result.known) notes.push(data.words.unknown_in_total);
  return notes.join(" ");
}

/** For who cannot see the bars: every total, from the first to the last. */
export const spoken = (data, result) =>
  result.order.map((row) => `${data.alternatives[row].label}: ${totalText(data, result.rows[row])}`).join(". ");
