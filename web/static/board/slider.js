// A slider for a thumb on a page that scrolls: a swipe up or down that begins on it changes nothing.

const SURE = 10; // pixels sideways before a touch on the slider counts as sliding

/**
 * `give(value, done)` while a hand moves it and when it lets go. A native slider jumps to the finger at once; here a
 * touch counts only when it goes sideways, or ends where it began (a tap). When the page takes the touch to scroll, or it
 * goes up or down, the value stays what it was.
 */
export function steadySlider(range, give) {
  let touch = null;
  const back = () => {
    touch.tapped = Number(range.value);
    range.value = touch.value;
  };
  const undecided = () => touch && touch.way !== "sideways";

  range.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse")
      touch = { x: event.clientX, y: event.clientY, value: range.value, way: null, tapped: null };
  });
  range.addEventListener("pointermove", (event) => {
    if (!touch || touch.way) return;
    const [across, down] = [Math.abs(event.clientX - touch.x), Math.abs(event.clientY - touch.y)];
    if (Math.max(across, down) >= SURE) touch.way = across > down ? "sideways" : "up";
  });
  range.addEventListener("input", () => (undecided() ? back() : give(Number(range.value), false)));
  range.addEventListener("change", () => (undecided() ? back() : give(Number(range.value), true)));
  range.addEventListener("pointercancel", () => {
    if (undecided()) range.value = touch.value;
    touch = null;
  });
  range.addEventListener("pointerup", () => {
    if (touch?.way !== null) {
      setTimeout(() => (touch = null)); // `change` comes after it
      return;
    }
    const { tapped } = touch; // null where the browser makes a mouse of a tap, which comes after it
    touch = null;
    if (tapped === null) return;
    range.value = tapped;
    give(tapped, true);
  });
}
