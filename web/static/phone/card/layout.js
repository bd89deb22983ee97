// Where everything stands on the picture of a result: a list of parts, from top to bottom. Nothing is cut off: words
// go on in a next line, a word that is wider than its room is broken, and the picture is as high as that takes.

export const WIDTH = 1080;
const EDGE = 64;
const ROOM = WIDTH - 2 * EDGE;
const LINE = 1.3; // of the size of the type
const GAP = 28;
const TILES_WIDE = 300; // at most
const SAMPLE = 30;
const BADGE = 44;
const CODE = 330; // of a QR code, at most, unless it has very many modules; the margin around it stays light

/** Words in lines that fit; `wide(text)` is how wide a text is. */
export function wrapped(text, room, wide) {
  const lines = [];
  let line = "";
  const end = () => {
    if (line) lines.push(line);
    line = "";
  };
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (wide(longer) <= room) {
      line = longer;
      continue;
    }
    end();
    for (const sign of word) {
      if (wide(line + sign) > room) end();
      line += sign;
    }
  }
  end();
  return lines;
}

/** How many plans stand beside each other: as many as leave every word of their names whole, in rows that are full. */
export function across(plans, wide) {
  const count = plans.length;
  const longest = Math.max(...plans.flatMap(({ label }) => label.split(/\s+/).map(wide)));
  const tried = count === 4 ? [4] : count <= 3 ? [count] : count <= 6 ? [3] : [4, 3];
  return tried.find((columns) => longest <= columnRoom(columns) - BADGE - 12) ?? Math.min(count, 2);
}

const columnRoom = (columns) => (ROOM - GAP * (columns - 1)) / columns;

/**
 * The picture as {height, parts}. `said` is what stands on it: {name, question, headline, because, plans, legend, flip,
 * sure, unsure, off, notice, vote, scan, address, code}; what is empty takes no room. A plan is {code, label, colour, tiles};
 * tiles and samples are {picture, width, height}. `measure(text, size, bold)` is how wide a text is.
 */
export function cardLayout(said, measure) {
  const parts = [];
  let y = EDGE;

  /** Lines at a place, without going on; returns how high they are. */
  const write = (text, at, size, { bold = false, colour = "ink" } = {}) => {
    const lines = wrapped(text, at.room, (part) => measure(part, size, bold));
    lines.forEach((line, place) => {
      const base = at.y + size * (LINE * place + 1);
      parts.push({ kind: "text", text: line, x: at.x, y: base, size, bold, colour });
    });
    return lines.length * size * LINE;
  };
  const paragraph = (text, size, style) => {
    if (text) y += write(text, { x: EDGE, y, room: ROOM }, size, style) + GAP * 0.6;
  };
  /** Words on paper of a colour, with an edge at the left. */
  const boxed = (text, size, paper, edge) => {
    if (!text) return;
    const place = parts.length;
    const high = write(text, { x: EDGE + 32, y: y + 14, room: ROOM - 48 }, size) + 32;
    const box = { kind: "box", x: EDGE, y, width: ROOM, height: high, colour: paper };
    parts.splice(place, 0, box, { ...box, width: 10, colour: edge });
    y += high + GAP;
  };
  const picture = ({ picture: made }, x, top, width, height) =>
    parts.push({ kind: "picture", picture: made, x, y: top, width, height });

  const plans = () => {
    const beside = across(said.plans, (word) => measure(word, 28, false));
    const room = columnRoom(beside);
    for (let first = 0; first < said.plans.length; first += beside) {
      const row = said.plans.slice(first, first + beside);
      const high = row.map((plan, place) => {
        const x = EDGE + place * (room + GAP);
        const badge = Math.max(BADGE, measure(plan.code, 28, true) + 20);
        parts.push({ kind: "box", x, y, width: badge, height: BADGE, colour: plan.colour });
        const inside = (badge - measure(plan.code, 28, true)) / 2;
        write(plan.code, { x: x + inside, y: y + 4, room: badge }, 28, { bold: true, colour: "badge" });
        return Math.max(52, write(plan.label, { x: x + badge + 12, y: y + 4, room: room - badge - 12 }, 28) + 8);
      });
      y += Math.max(...high);
      const tiles = row.map((plan, place) => {
        if (!plan.tiles) return 0;
        const scale = Math.min(room, TILES_WIDE) / plan.tiles.width;
        picture(plan.tiles, EDGE + place * (room + GAP), y, plan.tiles.width * scale, plan.tiles.height * scale);
        return plan.tiles.height * scale;
      });
      y += Math.max(...tiles) + GAP;
    }
  };

  /** What the patterns of the tiles mean, beside each other while there is room. */
  const legend = () => {
    let x = EDGE;
    let high = 0;
    for (const item of said.legend) {
      const room = ROOM - SAMPLE - 10;
      const wide = SAMPLE + 10 + Math.min(room, measure(item.label, 26, false));
      if (x > EDGE && x + wide > EDGE + ROOM) {
        x = EDGE;
        y += high;
        high = 0;
      }
      picture(item, x, y + 4, SAMPLE, SAMPLE);
      high = Math.max(
        high,
        42,
        write(item.label, { x: x + SAMPLE + 10, y, room: room + 1 }, 26, { colour: "quiet" }) + 6,
      );
      x += wide + GAP;
    }
    if (said.legend.length) y += high + GAP * 0.6;
  };

  const code = () => {
    const module = said.code ? Math.max(4, Math.floor(CODE / said.code.size)) : 0;
    const side = said.code ? module * said.code.size : 0;
    if (said.code)
      parts.push({ kind: "code", code: said.code, x: EDGE, y: y + GAP, module, width: side, height: side });
    const beside = side + 2 * GAP + 320 <= ROOM; // there is room for words next to it
    const x = beside && side ? EDGE + side + 2 * GAP : EDGE;
    const at = { x, y: y + GAP + (beside ? 0 : side + GAP), room: EDGE + ROOM - x };
    const next = (text, size, style) => {
      at.y += write(text, at, size, style) + GAP * 0.6;
    };
    next(said.vote, 32, { bold: true });
    next(said.scan, 30);
    next(said.address, 26, { colour: "quiet" });
    y = Math.max(y + GAP + side, at.y);
  };

  paragraph(said.name, 30, { colour: "quiet" });
  paragraph(said.question, 46, { bold: true });
  parts.push({ kind: "box", x: EDGE, y, width: ROOM, height: 3, colour: "line" });
  y += GAP;
  paragraph(said.headline, 46, { bold: true });
  paragraph(said.because, 36);
  boxed(said.flip, 34, "soft", "blue");
  paragraph(said.sure, 34, { bold: true });
  paragraph(said.unsure, 30);
  paragraph(said.off, 30);
  y += GAP * 0.4;
  plans();
  legend();
  boxed(said.notice, 28, "warn", "warn-edge");
  code();
  return { height: Math.ceil(y + EDGE), parts };
}
