// A picture of the result for whoever wants to show it: made when asked for, shown, and then shared or saved. What it says
// is what the result screen says, in words that name nobody, for others read it.

import { put } from "../board/dom.js";
import { fill } from "../board/sentences.js";
import { inShort, isUnclear } from "./in_short.js";
import { nameOf } from "./live_bar.js";

const find = (selector) => document.querySelector(selector);

const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** The words of the picture; `word` is the server's verdict on these weights, and `reason` why it is that. */
export function cardWords(data, result, { word, reason }) {
  const { card } = data.phone;
  const others = { ...data, words: { ...data.words, ...card.words }, phone: { ...data.phone, ...card.phone } };
  const { headline, because, flip } = inShort(others, result, word);
  const unclear = isUnclear(result, word);
  const unsure = result.unsure.map((place) => data.themes[place].label).join(", ");
  return {
    headline: plain(unclear ? card.undecided : headline),
    because: unclear ? "" : plain(because),
    flip: plain(flip),
    sure: result.mayBeFirst.length ? "" : (data.phone[`sure_${reason}`] ?? ""), // that nobody can say it stands above
    unsure: unsure && fill(card.unsure, { themes: unsure }),
  };
}

/** The offer on the result screen. `now()` gives {result, address}: what the weights of now come to, and their link. */
export function cardOffer(data, now) {
  const { card } = data.phone;
  const make = find("#card-make");
  let shown = null; // {address, file, url} of the picture in view
  let newest = { address: "" }; // the last picture that was asked for; one of other weights than those of now is dropped

  const forget = () => {
    if (!shown) return;
    URL.revokeObjectURL(shown.url);
    shown = null;
    find("#card").hidden = true;
    make.hidden = false;
  };

  /** What the page says of the case, and what the weights of now say of it. */
  const all = (result, address, verdict) => ({
    name: find(".m-brand").textContent,
    question: find("h1").textContent,
    ...cardWords(data, result, verdict),
    plans: data.alternatives.map((item, place) => ({
      code: item.code,
      label: nameOf(data, item),
      colour: item.colour,
      tiles: document.querySelectorAll(".m-slide .w-tiles")[place],
    })),
    legend: [...document.querySelectorAll("#facts .w-land-uses li")].map((item) => ({
      label: item.textContent.trim(),
      sample: item.querySelector("svg"),
    })),
    off: [...document.querySelectorAll("[data-requirement]:not(:checked)")].map((box) => box.dataset.off).join(" "),
    notice: find(".m-notice")?.dataset.short ?? "",
    vote: card.vote,
    scan: card.scan,
    link: address.replaceAll("%7E", "~"), // shorter, and the same address
    address: location.host + location.pathname,
  });

  const draw = async (result, address, verdict) => {
    const request = { address };
    newest = request;
    const { cardPicture } = await import(new URL(make.dataset.module, location.href));
    const said = all(result, address, verdict);
    const picture = await cardPicture(said, card.colours);
    if (request !== newest) return;
    const file = new File([picture], `${data.case}.png`, { type: picture.type });
    forget();
    shown = { address, file, url: URL.createObjectURL(picture) };
    const image = find("#card img");
    image.src = shown.url;
    image.alt = ["question", "headline", "because", "flip", "sure", "unsure", "off", "vote"]
      .map((part) => said[part])
      .filter(Boolean)
      .join(" ");
    Object.assign(find("#card-save"), { href: shown.url, download: file.name });
    find("#card-share").hidden = !navigator.canShare?.({ files: [file] });
    find("#card").hidden = false;
    make.hidden = true;
    find("#card-share").hidden ? find("#card-save").focus() : find("#card-share").focus();
  };

  make.addEventListener("click", async () => {
    const verdict = find("#verdict [data-waiting='false'] .w-verdict")?.dataset;
    put(find("#card-told"), verdict ? "" : card.wait);
    if (!verdict) return;
    const { result, address } = now();
    make.disabled = true;
    await draw(result, address, verdict).catch(() => put(find("#card-told"), card.failed));
    make.disabled = false;
  });
  find("#card-share").addEventListener("click", () => navigator.share({ files: [shown.file] }).catch(() => {}));

  return {
    /** A picture of other weights than those of this address goes. */
    keepFor(address) {
      if (shown && shown.address !== address) forget();
      if (newest.address !== address) newest = { address: "" };
    },
  };
}
