// The picture of a result, drawn on the phone itself: no server sees it. Loaded when somebody asks for it.

import { cardLayout, WIDTH } from "./layout.js";
import { qrCode } from "./qr.js";

const written = (size, bold, family) => `${bold ? 700 : 400} ${size}px ${family}`;

/** SVG of the page as something that can be drawn; it holds its own colours, so it looks the same in the dark. */
async function drawable(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const picture = new Image(width, height);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await picture.decode();
  return { picture, width, height };
}

function paint(pen, part, colours, family) {
  if (part.kind === "picture") {
    pen.drawImage(part.picture, part.x, part.y, part.width, part.height);
    return;
  }
  pen.fillStyle = colours[part.colour ?? "ink"] ?? part.colour;
  if (part.kind === "box") pen.fillRect(part.x, part.y, part.width, part.height);
  if (part.kind === "text") {
    pen.font = written(part.size, part.bold, family);
    pen.fillText(part.text, part.x, part.y);
  }
  if (part.kind !== "code") return;
  for (let row = 0; row < part.code.size; row++)
    for (let column = 0; column < part.code.size; column++)
      if (part.code.dark(column, row)) {
        pen.fillRect(part.x + column * part.module, part.y + row * part.module, part.module, part.module);
      }
}

/**
 * The picture as a PNG. `said` is as for the layout, with `tiles` and `picture` still as SVG elements of the page and `link`
 * instead of a code; `colours` are those of the light page, by name.
 */
export async function cardPicture(said, colours) {
  const family = getComputedStyle(document.body).fontFamily;
  const drawn = async (svg) => svg && drawable(svg);
  const plans = said.plans.map(async (plan) => ({ ...plan, tiles: await drawn(plan.tiles) }));
  const legend = said.legend.map(async ({ label, sample }) => ({ label, ...(await drawn(sample)) }));
  const fonts = [400, 700].map((weight) => document.fonts.load(`${weight} 30px ${family}`));
  const ready = {
    ...said,
    plans: await Promise.all(plans),
    legend: await Promise.all(legend),
    code: qrCode(said.link),
  };
  await Promise.all(fonts).catch(() => {}); // without the font its stand-in is drawn, which has the same width

  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const measure = (text, size, bold) => {
    pen.font = written(size, bold, family);
    return pen.measureText(text).width;
  };
  const { height, parts } = cardLayout(ready, measure);
  Object.assign(canvas, { width: WIDTH, height });
  paint(pen, { kind: "box", x: 0, y: 0, width: WIDTH, height, colour: "paper" }, colours, family);
  for (const part of parts) paint(pen, part, colours, family);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}
