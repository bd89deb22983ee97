// Telling Python what the hand did: one question at a time, always with the newest points, and never a queue.
//
// `sent` is the number of the last release, `kept` of the last one that the server has, and `drawn` of the one with which
// the page below the board was drawn.

export class Telling {
  /**
   * `ask(number, parts)` answers what Python says or throws, with a `status` when the server did answer;
   * `show(said)`, `failed()` and `handOver(number, parts)` are what follows, for the newest release only.
   */
  constructor(heard, { ask, show, failed, handOver }) {
    Object.assign(this, { ask, show, failed, handOver });
    this.sent = this.kept = this.drawn = heard;
    this.parts = null;
    this.running = null;
  }

  /** What stands below the board is older than the board. */
  get behind() {
    return this.drawn < this.sent;
  }

  /** The server was asked, and does not have the newest points yet. */
  get underWay() {
    return this.running !== null && this.kept < this.sent;
  }

  release(parts) {
    this.parts = parts;
    this.sent += 1;
    this.tell();
  }

  /** Ask with the newest points, now or when the question under way is answered. */
  tell() {
    this.again = true;
    this.running ??= this.run();
  }

  /** After a lost connection: what the server does not have is told again. */
  tellAgain() {
    if (this.kept < this.sent && this.parts) this.tell();
  }

  /** Python drew the board with this release in it. */
  heard(number) {
    this.kept = Math.max(this.kept, number);
  }

  /** Python drew what stands below it. */
  drew(number) {
    this.drawn = Math.max(this.drawn, number);
  }

  async run() {
    while (this.again) {
      this.again = false;
      const [number, parts] = [this.sent, this.parts];
      try {
        const said = await this.ask(number, parts);
        this.kept = Math.max(this.kept, number);
        if (number === this.sent) this.show(said);
      } catch (error) {
        if (number === this.sent) this.refused(error);
      }
    }
    this.running = null;
  }

  /** Another page of this visitor was ahead of us, this server does not know us, or there is no server at all. */
  refused({ status, newest }) {
    if (newest >= this.sent) {
      this.sent = newest + 1;
      this.again = true;
    } else if (status) this.handOver(this.sent, this.parts);
    else this.failed();
  }
}

/** What the server answers to a release; the ticket says whose board it is. */
export async function askLight(address, ticket, number, parts) {
  const body = new URLSearchParams({ ticket, n: number, ...parts });
  const answer = await fetch(address, { method: "POST", body, keepalive: true, signal: AbortSignal.timeout(10_000) });
  if (answer.ok) return answer.json();
  const { newest } = answer.status === 409 ? await answer.json() : {};
  throw Object.assign(new Error(String(answer.status)), { status: answer.status, newest });
}
