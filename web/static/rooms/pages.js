// What does not fit on one screen goes on over more of them; type is never made smaller for it. A page breaks between
// pieces (`data-piece`); what holds pieces only (`data-block`) is gone with the last of them, and a part that is marked
// `data-page` is a page of its own; what is marked `data-break` begins one.

const visible = (element) => element.checkVisibility();

/** How many pieces of `count` fit from each start on: the pages as [from, to). `fits(from, to)` lays out and looks. */
export function breaks(count, fits) {
  const pages = [];
  for (let from = 0; from < count || !pages.length; ) {
    let [low, high] = [Math.min(from + 1, count), count];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(from, middle)) low = middle;
      else high = middle - 1;
    }
    pages.push([from, low]);
    from = low;
    if (!count) break;
  }
  return pages;
}

/** Show one page of what is in `main`; returns its number, from 0, and how many there are. The last stands for beyond. */
export function showPage(main, asked) {
  for (const one of main.querySelectorAll("[data-away]")) one.removeAttribute("data-away");
  const parts = [...main.querySelectorAll("[data-page]")].filter(visible);
  const all = [...main.querySelectorAll("[data-piece]")].filter(visible);
  const blocks = [...main.querySelectorAll("[data-block]")].filter(visible);
  const breaking = [...main.querySelectorAll("[data-break]")].filter(visible);
  const piecesIn = (part) => (part ? all.filter((piece) => part.contains(piece)) : all);
  const away = (one, gone) => one.toggleAttribute("data-away", gone);
  const show = (part, from, to) => {
    const here = new Set(piecesIn(part).slice(from, to));
    for (const one of parts) away(one, one !== part);
    for (const piece of all) away(piece, !here.has(piece));
    for (const block of blocks)
      away(block, piecesIn(block).length > 0 && !piecesIn(block).some((one) => here.has(one)));
  };
  const starts = new Set(breaking.map((one) => piecesIn(one)[0]));
  const fits = (part) => (from, to) => {
    if (
      piecesIn(part)
        .slice(from + 1, to)
        .some((piece) => starts.has(piece))
    )
      return false;
    show(part, from, to);
    return main.scrollHeight <= main.clientHeight + 1 && main.scrollWidth <= main.clientWidth + 1;
  };
  const pages = (parts.length ? parts : [null]).flatMap((part) =>
    breaks(piecesIn(part).length, fits(part)).map(([from, to]) => [part, from, to]),
  );
  const number = Math.min(asked, pages.length - 1);
  show(...pages[number]);
  return { number, count: pages.length };
}
