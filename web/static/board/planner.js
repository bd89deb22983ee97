// The board on the planner's page. On release a light address says what Python makes of the points, and the address of the
// page holds them. The Streamlit page, which draws what stands below the board, is only told when somebody needs that.

import { answersOf, asText } from "./answers.js";
import { mountBoard } from "./board.js";
import { element, putMarkup } from "./dom.js";
import { pointsParts } from "./link.js";
import { PageAddress, queryOf, writeLinks } from "./page_address.js";
import { askLight, Telling } from "./telling.js";

const REST = 800; // milliseconds after a release before parts that are in view are drawn anew
const AGAIN = 5000; // milliseconds after which a server that did not answer is asked again
const PATIENCE = 1500; // milliseconds that a press elsewhere waits for points that are under way
const BELOW = ".st-key-details"; // drawn by Streamlit, of the weights
const LINKS = ".w-languages a, .w-footer a, [data-testid=stPageLink] a";

const planners = new WeakMap();

/** Python drew its page: `data` is what it made of the weighing, `send` tells it something and makes it draw again. */
export function followPage(holder, data, send) {
  const known = planners.get(holder);
  if (known) known.follow(data, send);
  else planners.set(holder, new Planner(holder, data, send));
}

export const leavePage = (holder) => planners.get(holder)?.leave();

class Planner {
  constructor(holder, data, send) {
    Object.assign(this, { holder, data, send, back: false, unsaid: null, inView: false, last: 0 });
    this.telling = new Telling(data.heard, {
      ask: (number, parts) => askLight(new URL("./weging", location.href), this.data.ticket, number, parts),
      show: (said) => this.show(said),
      failed: () => this.failed(),
      handOver: () => this.handOver(),
    });
    this.board = mountBoard(holder, data.board, data.points, {
      onCommit: (points) => this.release(points),
      onReset: () => this.reset(),
    });
    this.answers = answersOf(data.points);
    this.address = new PageAddress(this.query(data.points));
    this.watch = new IntersectionObserver((seen) => {
      this.inView = seen.at(-1).isIntersecting;
      this.rest();
    });
    this.listen();
    this.mark();
    this.show(data.said);
  }

  query(points) {
    return queryOf(this.data.board, this.data.address, points);
  }

  /* ---- what the hand did ---- */

  release(points) {
    this.back = false;
    this.unsaid = null;
    this.last = performance.now();
    this.telling.release(pointsParts(this.data.board, points));
    this.address.release(this.query(points));
    this.writeLinks();
    this.mark();
    const answers = answersOf(points);
    if (answers !== this.answers) this.handOver(); // other parts of the page appear, or say how many themes are left
    this.answers = answers;
  }

  reset() {
    this.telling.sent += 1;
    this.address.stop();
    this.send("answer", { reset: true, n: this.telling.sent });
  }

  /* ---- what Python says ---- */

  show(said) {
    if (this.board.held) {
      this.unsaid = said; // for when the hand lets go without a change
      return;
    }
    this.unsaid = null;
    this.holder.dataset.confirmed = said.confirmed;
    if (said.why) {
      putMarkup(this.board.why, said.why);
      putMarkup(this.board.flip, said.flip);
    }
    this.board.judge(said.verdict);
  }

  failed() {
    this.board.judge(element("p", { class: "w-quiet" }, this.data.board.words.verdict_failed).outerHTML);
    clearTimeout(this.again);
    this.again = setTimeout(() => this.telling.tellAgain(), AGAIN);
  }

  /** Python drew the page. What it drew is news, unless the hand did something since; after Back it always is. */
  follow(data, send) {
    const before = this.data;
    Object.assign(this, { data, send });
    const other = data.ticket !== before.ticket;
    const same = data.board.case === before.board.case && data.board.version === before.board.version;
    if (other && same && !this.back && asText(data.points) !== asText(this.board.points)) {
      this.telling.parts = pointsParts(data.board, this.board.points);
      this.telling.kept = this.telling.drawn = data.heard; // the server forgot us, and what we said
      this.handOver();
      return;
    }
    if (other) Object.assign(this.telling, { sent: data.heard, kept: data.heard, drawn: data.heard });
    this.telling.heard(data.heard);
    if (data.heard >= this.telling.sent || this.back) this.adopt(data);
    else this.telling.tellAgain();
    this.address.check();
    this.writeLinks();
    this.mark();
  }

  adopt(data) {
    this.board.update(data.board, data.points);
    this.answers = answersOf(data.points);
    this.address.query = this.query(data.points);
    this.show(data.said);
    if (this.back && data.heard < this.telling.sent) this.telling.release(pointsParts(data.board, data.points));
    this.back = false;
  }

  /* ---- the page around the board ---- */

  writeLinks() {
    writeLinks(document.querySelectorAll(LINKS), this.address.query);
  }

  /** Says of what stands below that it is of a moment ago, and looks whether somebody sees it. */
  mark() {
    const { behind } = this.telling;
    document.documentElement.toggleAttribute("data-behind", behind);
    clearTimeout(this.timer);
    this.watch.disconnect();
    const below = behind && document.querySelector(BELOW);
    if (below) this.watch.observe(below);
  }

  rest() {
    clearTimeout(this.timer);
    if (!this.inView || !this.telling.behind) return;
    this.timer = setTimeout(() => this.handOver(), Math.max(0, this.last + REST - performance.now()));
  }

  /** Streamlit takes the points over and draws the page. */
  handOver() {
    const { sent, parts, behind } = this.telling;
    if (parts && behind) this.send("answer", { ...parts, n: sent });
  }

  /** A press elsewhere may draw another page: it waits until the server has the points. */
  hold(event) {
    if (this.replaying || !this.telling.underWay || this.holder.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const again = new MouseEvent("click", event);
    const patience = new Promise((done) => setTimeout(done, PATIENCE));
    Promise.race([this.telling.running, patience]).then(() => {
      this.replaying = true;
      event.target.dispatchEvent(again);
      this.replaying = false;
    });
  }

  listen() {
    this.ears = new AbortController();
    const { signal } = this.ears;
    const again = () => document.visibilityState === "visible" && this.telling.tellAgain();
    const letGo = () => setTimeout(() => this.unsaid && this.show(this.unsaid));
    addEventListener("popstate", () => this.goBack(), { signal });
    addEventListener("online", again, { signal });
    addEventListener("beforeprint", () => this.handOver(), { signal });
    addEventListener("pointerup", letGo, { signal });
    document.addEventListener("visibilitychange", again, { signal });
    document.addEventListener("click", (event) => this.hold(event), { signal, capture: true });
    document.addEventListener("drawn", ({ detail }) => this.drew(detail), { signal });
  }

  /** The button Back: Streamlit reads the address and draws the page with the points in it. */
  goBack() {
    this.back = true;
    this.address.stop();
    clearTimeout(this.timer);
  }

  /** Python drew all of the page, also what stands below the board. */
  drew({ ticket, drawn }) {
    if (ticket !== this.data.ticket) return;
    this.telling.drew(drawn);
    this.writeLinks();
    this.mark();
  }

  leave() {
    this.ears.abort();
    this.address.stop();
    clearTimeout(this.timer);
    clearTimeout(this.again);
    this.watch.disconnect();
    document.documentElement.removeAttribute("data-behind");
  }
}
