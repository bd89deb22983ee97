// How the wall and the presenter's window of the same browser talk: by messages between windows, past no server.
// presenter to wall: {do: name, ...what it takes}. Wall to presenter: {wall: how it stands}, or {wall: null} when it goes.

const open = (caseId) => new BroadcastChannel(`wall-${caseId}`);

/** The wall does what it is asked (`does[name](message)`) and then says how it stands, unless that gave false: then it is on
 * its way to another address. Gives a function that says how it stands. */
export function steeredWall(caseId, state, does) {
  const channel = open(caseId);
  const page = performance.timeOrigin; // tells this page from the one that comes after it in the same window
  const tell = () => channel.postMessage({ wall: state(), page });
  channel.addEventListener("message", ({ data }) => {
    if (!data.do) return; // another wall
    const leaves = Object.hasOwn(does, data.do) && does[data.do](data) === false;
    if (leaves) channel.postMessage({ wall: null, page, leaves });
    else tell();
  });
  addEventListener("pagehide", () => channel.postMessage({ wall: null, page }));
  addEventListener("pageshow", tell);
  return tell;
}

/** The presenter's end: `heard(state)` on each message of a wall, `heard(null)` when there is none (any more). What is asked
 * of a page that is on its way to another address would be lost: after "go" its last words count no more. */
export function steeringWall(caseId, heard, { every = 1500, patience = 4000 } = {}) {
  const channel = open(caseId);
  let last = 0;
  let page = null;
  let left = { page: null, at: 0 };
  const ask = (name, more = {}) => {
    if (name === "go") {
      left = { page, at: Date.now() };
      last = 0;
      heard(null);
    }
    channel.postMessage({ do: name, ...more });
  };
  channel.addEventListener("message", ({ data }) => {
    if (data.wall === undefined) return; // another presenter
    if (data.page === left.page && Date.now() - left.at < patience) return;
    if (data.leaves) left = { page: data.page, at: Date.now() };
    page = data.page;
    last = data.wall ? Date.now() : 0;
    heard(data.wall);
  });
  setInterval(() => {
    if (last && Date.now() - last > patience) {
      last = 0;
      heard(null);
    }
    ask("hello");
  }, every);
  ask("hello");
  return ask;
}
