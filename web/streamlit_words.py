"""A small script for Streamlit's own page: it says where the server is, gives Streamlit's buttons and messages, which
speak English only, the page's language, and takes the secret of an own case out of the address."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from texts import LANGUAGES, words
from web.assets import STATIC

# English as Streamlit writes it -> the key of our own text. Found by reading the pages we ship in a browser.
BUILTIN = {
    "Skip to main content": "builtin.skip",
    "Increment": "builtin.more",
    "Decrement": "builtin.less",
    "Increment value": "builtin.more",
    "Decrement value": "builtin.less",
    "Increase value": "builtin.more",
    "Decrease value": "builtin.less",
    "Connection error": "builtin.connection_error",
    "Streamlit server is not responding. Are you connected to the internet?": "builtin.server_silent",
    "Is Streamlit still running?": "builtin.server_silent",
    "CONNECTING": "builtin.connecting",
    "Copy to clipboard": "builtin.copy",
    "Copied": "builtin.copied",
    "Main menu": "builtin.menu",
    "Close": "builtin.close",
    "Open": "builtin.open",
    "Show data": "builtin.show_data",
    "Fullscreen": "builtin.fullscreen",
    "Close fullscreen": "builtin.close",
    "Running...": "builtin.running",
    "Stop": "builtin.stop",
    "Rerun": "builtin.rerun",
    "Clear value": "builtin.clear",
    "No results": "builtin.no_results",
    "Upload": "builtin.upload",
    "Add row": "builtin.add_row",
    "Delete row(s)": "builtin.delete_rows",
    "Show/hide columns": "builtin.columns",
    "Search": "builtin.search",
    "Clear selection": "builtin.clear_selection",
}

SCRIPT = """\
// Where the server is; without it Streamlit first asks two addresses below the page, which do not exist.
window.__streamlit = { BACKEND_BASE_URL: new URL("..", document.currentScript.src).href };
// The button Back goes one step of the visitor back. What the page itself adds to its address is no step of anybody:
// it comes in place of the address before.
const push = history.pushState;
let acted = false;
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (acted = true), { capture: true });
addEventListener("popstate", () => (acted = false), { capture: true });
history.pushState = (...state) => {
  (acted ? push : history.replaceState).apply(history, state);
  acted = false;
};
const words = new Map(Object.entries(%s));
const attributes = ["aria-label", "title", "placeholder", "alt"];
function translated(said) {
  const [first] = (said ?? "").split(": ");  // "Add row: name of the table"
  return words.get(said) ?? (first !== said && words.has(first) ? words.get(first) + said.slice(first.length) : null);
}
function translate(root) {
  const all = root.nodeType === 1 ? [root, ...root.querySelectorAll("*")] : [];
  for (const element of all) {
    for (const name of attributes) {
      const word = translated(element.getAttribute(name));
      if (word) element.setAttribute(name, word);
    }
    for (const node of element.childNodes) {
      if (node.nodeType === 3 && words.has(node.data.trim())) node.data = words.get(node.data.trim());
    }
  }
}
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "attributes") translate(change.target);
    else change.addedNodes.forEach(translate);
  }
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: attributes });
translate(document.documentElement);
"""


def script(language: str) -> str:
    """The script for one language. For English there is nothing to replace."""
    text = words(language)
    pairs = {english: text(key) for english, key in BUILTIN.items() if text(key) != english}
    key_link, focus = ((STATIC / "shell" / name).read_text(encoding="utf-8") for name in ("key_link.js", "focus.js"))
    return key_link + SCRIPT % json.dumps(pairs, ensure_ascii=False) + focus


async def serve(request: Request) -> Response:
    """The script in the language of the address; 404 for a language that we do not have."""
    language = request.path_params["language"]
    if language not in LANGUAGES:
        return Response(status_code=404)
    return Response(
        script(language), media_type="text/javascript; charset=utf-8", headers={"cache-control": "max-age=300"}
    )


routes = [Route("/texts/{language}.js", serve)]
