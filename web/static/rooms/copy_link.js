// The link with which somebody finds their answers again, copied.

import { put } from "../board/dom.js";

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand?.("copy") ?? false;
    field.remove();
    return done;
  }
}

/** `button` copies the address of the page as it then is; `told` says whether that worked. */
export function offerLink(button, told, words) {
  button.addEventListener("click", async () =>
    put(told, (await copied(location.href)) ? words.link_copied : words.link_failed),
  );
}
