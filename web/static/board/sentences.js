// What the sum comes to, in words, as in wording/sentences.py. Every sentence comes from Python, with its gaps open.

import { percent, shown, steady } from "./numbers.js";
import { inOrder } from "./sum.js";

const escaped = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const form = (text, count) => (count === 0 && text.zero) || text[new Intl.PluralRules(text.language).select(count)];

const filled = (text, values, shape) =>
  (typeof text === "string" ? text : form(text, values.count)).replace(/\{(\w+)\}/g, (_, name) => shape(values[name]));

/** A text of ours with {names} filled in, to be shown as text. A counted one comes in all its forms; `count` picks. */
export const fill = (text, values) => filled(text, values, String);

/** The same as markup, for a text of ours that may hold tags: what is filled in is data and gets escaped, unless it is
 * {html} that was made here. */
export const markup = (text, values) => filled(text, values, (value) => value?.html ?? escaped(value));

/** The total, or its range where an effect that is not known makes a difference that shows. */
export function totalText(data, row, decimals = 0) {
  const [low, high] = [shown(data, row.low, decimals), shown(data, row.high, decimals)];
  return low === high ? low : fill(data.words.interval, { low, high });
}

/** The weight of a theme, or its range where other themes may weigh anything. */
export function shareText(data, result, place) {
  const share = result.shares[place];
  const least = (share * result.given) / (result.given + data.rules.largest * result.unsure.length);
  const [low, high] = [percent(data, least), percent(data, share)];
  return low === high ? high : fill(data.words.interval, { low, high });
}

/** Points from a theme, or the question mark where they depend on an effect or a weight that is not known. */
export const pointsFrom = (data, { rows, unsure }, row, place) =>
  rows[row].unknown[place] || unsure.includes(place) ? "?" : shown(data, rows[row].pieces[place], 1);

/** The score within a theme, 0 to 100; null where it carries no weight or depends on an effect that is not known. */
export function scoreOn(result, row, place) {
  const share = result.shares[place];
  return share && !row.unknown[place] ? row.pieces[place] / share : null;
}

export const scoreText = (data, score) => (score === null ? "?" : shown(data, score));

/** Who has the highest total, and who has a higher one but fails a hard requirement. First places are for the verdict.
 * `named` are the rows that the verdict names; null while it is waited for: then nothing is told of one rival. */
export function deciding(data, result, named = []) {
  if (!result.contenders.length) return data.words.why_nobody;
  const failing = result.passedOver.map((row) =>
    markup(data.words.why_passed_over, {
      alternative: data.alternatives[row].label,
      total: totalText(data, result.rows[row]),
    }),
  );
  return [reason(data, result, named), ...failing, ...stillOpen(data, result)].join(" ");
}

/** What the themes without points can still change. */
function stillOpen(data, result) {
  const first = data.alternatives[result.first].label;
  const found = [];
  if (result.unsure.length && !result.undecided) {
    const text = stays(data, result, "unsure_stays", result.unsure);
    found.push(markup(text, { first, themes: unsureNames(data, result), count: result.unsure.length }));
  }
  const count = result.open.length - result.unsure.length;
  const text = result.canChange ? data.words.can_change : stays(data, result, "stays", result.open);
  if (count) found.push(markup(text, { count, first }));
  return found;
}

/** "However heavy" only when no share of all weight changes anything; otherwise up to the heaviest theme. */
const stays = (data, result, key, themes) => data.words[result.changesBeyond(themes) ? `${key}_up_to` : key];

const unsureNames = (data, { unsure }) =>
  listed(
    data,
    unsure.map((place) => data.themes[place].inline),
  );

/** `a`, `a en b`, `a, b en c`. */
export const listed = (data, items, word = "and") =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${data.words[word]} ${items.at(-1)}`;

/** Through what the first comes first, and the runner-up's strongest point. */
function reason(data, result, named) {
  const { first, second, rows } = result;
  const names = {
    first: data.alternatives[first].label,
    second: data.alternatives[second].label,
    first_total: totalText(data, rows[first]),
    second_total: totalText(data, rows[second]),
    top: top(data, result),
  };
  if (result.contenders.length === 1) return markup(data.words.why_only, names);
  if (result.mayBeFirst.length) {
    const bold = result.mayBeFirst.map((row) => `<b>${escaped(data.alternatives[row].label)}</b>`);
    return markup(data.words.why_unsure, {
      themes: unsureNames(data, result),
      alternatives: { html: listed(data, bold) },
      top: top(data, result),
    });
  }
  if (result.unsure.length && result.undecided && result.known) return mayComeNear(data, result, named);
  const highest = result.passedOver.length ? data.words.why_first_able : data.words.why_first;
  if (!result.known && !result.undecided) return markup(highest, names);
  if (!result.known) return tie(data, result, result.tied ? data.words.why_tie : data.words.why_interval);
  const settled = [
    result.undecided ? tie(data, result, data.words.why_tie) : markup(highest, names),
    decidedBy(data, result),
  ];
  if (!named) return settled.filter(Boolean).join(" ");
  const other = beside(result, named);
  const sooner = ![second, ...result.level].includes(other) && {
    ...names,
    rival: data.alternatives[other].label,
    total: totalText(data, rows[other]),
  };
  const parts = [...settled, sooner && markup(data.words.why_sooner, sooner), strongest(data, result, other)];
  return parts.filter(Boolean).join(" ");
}

/** Whose strongest point is told beside the first: what the verdict names (`named`, rows), where it names any. Where it
 * names nobody the highest total behind the first, or of those that come out almost equal. */
export function beside({ level, second }, named = []) {
  const byTotal = level[0] ?? second;
  return !named.length || named.includes(byTotal) ? byTotal : named[0];
}

/** The highest total whatever an unsure theme weighs, while others may come within what tells them apart. At other
 * weights of that theme it is well ahead: that they are almost equal would be true at one end alone. */
function mayComeNear(data, result, named) {
  const bold = result.level.map((row) => `<b>${escaped(data.alternatives[row].label)}</b>`);
  const said = markup(data.words.why_unsure_near, {
    first: data.alternatives[result.first].label,
    alternatives: { html: listed(data, bold) },
    themes: unsureNames(data, result),
  });
  return named ? `${said} ${strongest(data, result, beside(result, named))}` : said;
}

/** All that cannot be told apart from the first, with their totals. */
function tie(data, result, words) {
  const all = [result.first, ...result.level];
  const bold = all.map((row) => `<b>${escaped(data.alternatives[row].label)}</b>`);
  const totals = all.map((row) => totalText(data, result.rows[row]));
  const values = { alternatives: { html: listed(data, bold) }, totals: listed(data, totals), top: top(data, result) };
  return markup(words, values);
}

/** By how many points of each theme the first is ahead of another. */
const leadsOf = (data, { first, rows }, other) =>
  data.themes.map((_, place) => steady(rows[first].pieces[place] - rows[other].pieces[place]));

/** The themes through which the first comes first; empty where that is not settled. */
export function decidedBy(data, result) {
  if (result.undecided || !result.known) return "";
  const leads = leadsOf(data, result, result.second);
  const reasons = inOrder(data).filter((place) => leads[place] > data.rules.small);
  reasons.sort((a, b) => leads[b] - leads[a]);
  if (!reasons.length) return "";
  const themes = reasons.slice(0, data.rules.named).map((place) => `<b>${escaped(data.themes[place].inline)}</b>`);
  return markup(data.words.why_because, { themes: { html: listed(data, themes) } });
}

function strongest(data, result, other) {
  const { first } = result;
  const leads = leadsOf(data, result, other);
  const name = data.alternatives[other].label;
  const least = Math.min(...leads);
  if (-least <= data.rules.small) return markup(data.words.why_no_runner_up, { second: name });
  const place = inOrder(data).find((theme) => leads[theme] === least);
  const theme = data.themes[place];
  const gains = theme.criteria.map(({ scores }, index) => {
    const weight = result.shares[place] * result.within[place][index];
    return weight && steady(weight * scores[other] - weight * scores[first]);
  });
  const criterion = theme.criteria[gains.indexOf(Math.max(...gains))];
  return markup(data.words.why_runner_up, {
    second: name,
    theme: theme.inline,
    criterion: criterion.inline,
    second_value: criterion.shown[other],
    first_value: criterion.shown[first],
    unit: criterion.unit,
  });
}

/** What totals decide: which is the highest. First places are for the verdict, which weighs the doubt too. */
export const top = ({ alternatives, words }, { contenders }) =>
  contenders.length === alternatives.length ? words.flip_top : words.flip_top_able;

/** Under a view: how to read it, which themes were not weighed or not known, and that an effect is not known. */
export function noteText(data, result, view) {
  const names = (places) => ({ themes: places.map((place) => data.themes[place].label).join(", ") });
  const missing = result.open.filter((place) => !result.unsure.includes(place));
  const notes = [view === "table" ? tableHelp(data, result) : data.words[`${view}_help`]];
  if (missing.length) notes.push(fill(data.words.missing, names(missing)));
  if (result.unsure.length) notes.push(fill(data.words.unsure_themes, names(result.unsure)));
  if (!result.known) notes.push(data.words.unknown_in_total);
  return notes.join(" ");
}

/** How to read the table: its columns add up to the total only where every theme has one weight. */
export const tableHelp = ({ words }, { unsure }) => (unsure.length ? words.table_help_unsure : words.table_help);

/** For who cannot see the bars: every total, from the first to the last. */
export const spoken = (data, result) =>
  result.order.map((row) => `${data.alternatives[row].label}: ${totalText(data, result.rows[row])}`).join(". ");
