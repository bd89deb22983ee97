// Sending an answer so that it is kept once: the same key until the server answered, kept on the phone until then.

const WAITS = [500, 1000, 2000, 4000, 8000]; // ms between two tries

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** One question to the server: {status, body}. A lost connection is status 0. */
export async function post(address, body) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : {} };
  } catch {
    return { status: 0, body: {} };
  }
}

/** A key that no other sending has. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Send until the server gave a definite answer. `tried(count)` hears of every try that failed. A lost connection, 503
 * and 429 are tried again with the same key, so an answer whose receipt was lost is not kept twice.
 */
export async function sendUntilKept(address, body, tried) {
  for (let count = 0; ; count++) {
    const found = await post(address, body);
    if (![0, 429, 502, 503, 504].includes(found.status)) return found;
    tried(count + 1);
    await pause(WAITS[Math.min(count, WAITS.length - 1)]);
  }
}

/** Something kept on this device under a name; `null` where nothing was kept or nothing can be. */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A phone that keeps nothing still works until it is closed; the link brings back what was sent.
  }
}
