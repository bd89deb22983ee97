// What was weighed before the wall began anew, by key E or by the presenter's window. It stays in this window, also after
// a reload: undo brings it back, and redo leads on again.

const MOST = 20;

export function keptWeighings(caseId) {
  const name = `wall-before-${caseId}`;

  function read() {
    try {
      const { before, after } = JSON.parse(sessionStorage.getItem(name));
      if ([before, after].every(Array.isArray)) return { before, after };
    } catch {
      // No storage, or something else in it: there is nothing to bring back.
    }
    return { before: [], after: [] };
  }

  function write(kept) {
    try {
      sessionStorage.setItem(name, JSON.stringify(kept));
    } catch {
      // As above.
    }
  }

  /** The last address of one side; the one of `now`, if something was weighed there, goes to the other side. */
  function take(from, to, now) {
    const kept = read();
    const found = kept[from].pop();
    if (found === undefined) return null;
    if (now) kept[to].push(now);
    write(kept);
    return found;
  }

  return {
    /** The wall leaves the weights of this address for something else. */
    keep: (address) => write({ before: [...read().before, address].slice(-MOST), after: [] }),
    /** A hand moved on: what was left by undo is no longer ahead. */
    moveOn() {
      const { before, after } = read();
      if (after.length) write({ before, after: [] });
    },
    get before() {
      return read().before.length > 0;
    },
    get after() {
      return read().after.length > 0;
    },
    back: (now) => take("before", "after", now),
    on: (now) => take("after", "before", now),
  };
}
