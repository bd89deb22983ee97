// Where a session stands, as it changes: a stream of events, and where that does not come through a question every few
// seconds. A phone that slept asks at once when it wakes up.

const ASK_EVERY = 4000; // ms, without a stream
const SILENT = 40000; // ms without anything: the stream is taken for dead

/**
 * Listen to a session. `root` is the address of its answers, such as "./s/ABC123". `on` has state(state), counts(counts),
 * gone() and reach(whether the server can be reached). Returns {ask}: look now.
 */
export function listen(root, counting, on) {
  let source = null;
  let heard = Date.now();
  let serial = -1;
  let reached = true;
  const alive = (here) => {
    if (here) heard = Date.now();
    if (reached !== here) on.reach(here);
    reached = here;
  };
  const take = (state) => {
    if (state.serial < serial) return; // an answer that was overtaken on its way
    serial = state.serial;
    on.state(state);
  };

  async function ask() {
    try {
      const answer = await fetch(`${root}/nu`, { cache: "no-store" });
      if (answer.status === 404) return on.gone();
      if (!answer.ok) return alive(false);
      const { state, counts } = await answer.json();
      alive(true);
      take(state);
      on.counts(counts);
    } catch {
      alive(false);
    }
  }

  function open() {
    source?.close();
    source = new EventSource(`${root}/stroom${counting ? "?tellen=1" : ""}`);
    source.addEventListener("open", () => alive(true));
    source.addEventListener("here", () => alive(true)); // a beat: a comment would pass unheard
    source.addEventListener("state", (event) => {
      alive(true);
      take(JSON.parse(event.data));
    });
    source.addEventListener("counts", (event) => {
      alive(true);
      on.counts(JSON.parse(event.data));
    });
    source.addEventListener("gone", () => {
      source.close();
      on.gone();
    });
  }

  open();
  ask();
  setInterval(() => {
    const broken = source.readyState !== EventSource.OPEN || Date.now() - heard > SILENT;
    if (document.visibilityState === "visible" && broken) ask();
    if (source.readyState === EventSource.CLOSED || Date.now() - heard > SILENT) open();
  }, ASK_EVERY);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask());
  addEventListener("online", ask);
  return { ask };
}
