// What people wrote, with what may be done with it, and what happened in this session.

import { button, element, put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { redrawn } from "./redrawn.js";

/** Words that wait and words that were read; `judge(id, state)` shows, keeps or erases. */
export function drawWords(waiting, read, said, words, judge) {
  const line = (item, ...buttons) =>
    element("li", { lang: item.language }, item.words, element("p", { class: "d-row" }, ...buttons));
  const act = (word, item, to) => button(words[word], () => judge(item.id, to), "");
  const waits = said.filter((item) => item.state === "waiting");
  redrawn(waiting, waits, () =>
    waits.length
      ? waits.map((item) =>
          line(
            item,
            act("desk_show", item, "shown"),
            act("desk_keep", item, "kept"),
            act("desk_erase", item, "erased"),
          ),
        )
      : [element("li", { class: "w-quiet" }, words.desk_nothing_waits)],
  );
  const about = { shown: words.desk_shown, kept: words.desk_kept };
  const kinds = { parked: words.desk_parked, note: words.desk_note };
  const others = said.filter((item) => item.state !== "waiting");
  redrawn(read, others, () =>
    others.map((item) =>
      line(
        item,
        element("small", {}, kinds[item.kind] ?? about[item.state]),
        item.state === "shown" ? act("desk_keep", item, "kept") : act("desk_show", item, "shown"),
        act("desk_erase", item, "erased"),
      ),
    ),
  );
  return waits.length;
}

/** What was done, in the words of the buttons, with the clock of this device; the newest first. */
export function drawLog(place, lines, words, language) {
  redrawn(place, lines.length, () =>
    [...lines].reverse().map((line) => element("li", {}, lineSaid(line, words, language))),
  );
}

export function lineSaid({ moment, what, detail, joined, sent }, words, language) {
  const time = new Date(moment).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  const about = detail.stage ? words[`stage_${detail.stage}`] : words[`step_${detail.step}`];
  const counts = [fill(words.counted_joined, { count: joined }), fill(words.counted_sent, { count: sent })].join(", ");
  return [`${time} ${words[`desk_did_${what}`] ?? words.desk_did}`, about, counts].filter(Boolean).join(" \u00b7 ");
}

/** How many words wait, beside the heading and as a link to them. */
export function drawWaiting(link, count, words) {
  link.hidden = count === 0;
  put(link, fill(words.desk_waits, { count }));
}
