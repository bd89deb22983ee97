// The euros on the wall: opening their window turns them on in the address, closing it turns them off.

import { euroPlace } from "../board/asked.js";

/** `other` is the link to the other language, where there is one: it holds them too. */
export function euroWindow(money, windows, other) {
  const euros = euroPlace(money, document.getElementById("euros-text"));

  function remember() {
    history.replaceState(null, "", `?${euros.write(new URLSearchParams(location.search), money.open)}`);
    if (other) other.href = `?${euros.write(new URLSearchParams(other.search), money.open)}`;
  }

  function toggle() {
    if (money.open) {
      money.close();
      return;
    }
    euros.fill(document.documentElement.lang);
    windows.open("euros");
    remember();
  }

  return {
    write: (parts, on) => euros.write(parts, on),
    toggle,
    /** Once the page stands: they open when the address has them on. */
    begin() {
      money.addEventListener("close", remember); // also when Escape or the button closes it
      if (euros.wanted) toggle();
    },
  };
}
