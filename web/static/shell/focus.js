// Around Streamlit's page: the keyboard is always somewhere. A window over the page takes it when it opens, and when a press
// removes what was pressed, the focus goes to what came in its place, or to the title of the page.

(() => {
  const FOCUSABLE = "button:not(:disabled), input:not(:disabled), select, textarea, a[href], [tabindex='0']";
  const QUIET = 250; // milliseconds without a change before the page counts as drawn
  let last = null; // what had the focus, and the keys of the parts around it, from the inside out
  let timer;

  const title = () => document.querySelector("[data-testid=stMain] h1");
  const keysOf = (element) => {
    const keys = [];
    for (let part = element; part; part = part.parentElement) {
      keys.push(...[...part.classList].filter((name) => name.startsWith("st-key-")));
    }
    return keys;
  };

  document.addEventListener("focusin", ({ target }) => {
    last = target.closest("[data-testid=stApp]")
      ? { element: target, keys: keysOf(target), page: title()?.textContent }
      : null;
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!target.closest(FOCUSABLE)) last = null; // a press beside everything lets go on purpose
  });
  document.addEventListener(
    "toggle",
    ({ target, newState }) => {
      if (newState === "open" && target.matches(".w-pop")) target.querySelector(".w-close").focus();
    },
    true,
  );

  function restore() {
    const lost = last && !last.element.isConnected && document.activeElement === document.body;
    if (!lost) return;
    if (document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning") {
      timer = setTimeout(restore, QUIET);
      return;
    }
    const same = last.keys.length && document.querySelector(`.${CSS.escape(last.keys[0])}`);
    const next = (same ? same.querySelector(FOCUSABLE) : null) ?? title();
    if (!next) return;
    if (next === title()) next.tabIndex = -1;
    next.focus({ preventScroll: title()?.textContent === last.page }); // another page is read from its top
  }

  new MutationObserver(() => {
    clearTimeout(timer);
    if (last && !last.element.isConnected) timer = setTimeout(restore, QUIET);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
