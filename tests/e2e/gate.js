// Runs in a page; see gate.py. Takes {smallest: px, most: sizes of type, wall: no scrolling, ignore: selector}; gives the faults as lines.
({ smallest, most, wall, ignore }) => {
  const faults = [];
  const seen = [];
  const sizes = new Map();
  const [wide, high] = [document.documentElement.clientWidth, innerHeight];
  const says = (node) => `"${node.data.trim().replace(/\s+/g, " ").slice(0, 40)}" in ${place(node.parentElement)}`;
  const place = (element) => `${element.tagName.toLowerCase()}.${String(element.className?.baseVal ?? element.className).split(" ")[0]}`;
  const hidden = (element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) || element.closest(ignore);
  const opens = (element) => element.closest("[title], button, a, summary");
  const held = new Map();
  const clips = (element) => { // the parts around a text that cut or scroll it, from the inside out, each looked at once
    if (!element || element === document.body) return [];
    if (!held.has(element)) {
      const style = getComputedStyle(element);
      const fixed = style.position === "fixed";
      const around = fixed ? [] : clips(element.parentElement);
      const open = fixed || (style.overflowX === "visible" && style.overflowY === "visible" && !style.clipPath.startsWith("inset"));
      const scrolls = !wall && [style.overflowX, style.overflowY].some((way) => way === "auto" || way === "scroll");
      held.set(element, open ? around : [{ around: element, style, scrolls, edge: element.getBoundingClientRect() }, ...around]);
    }
    return held.get(element);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || ["SCRIPT", "STYLE", "NOSCRIPT", "OPTION", "TITLE"].includes(element.tagName) || hidden(element)) continue;
    if (/&(#|[a-z]+;)/i.test(node.data)) faults.push(`escaped twice: ${says(node)}`);
    if (/\b\d{4}-\d\d-\d\d\b/.test(node.data)) faults.push(`a date as a machine writes it: ${says(node)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      let cut = null;
      let unseen = false;
      for (const { around, style, scrolls, edge } of clips(element)) {
        const room = box.height * 0.25;
        const out = left < edge.left - 2 || right > edge.right + 2 || top < edge.top - room || bottom > edge.bottom + room;
        if (edge.width <= 1 || edge.height <= 1) unseen = true;
        if (out && !scrolls) cut ??= { around, style, gone: right <= edge.left + 1 || left >= edge.right - 1 || bottom <= edge.top + room || top >= edge.bottom - room };
        [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
      }
      if (unseen) continue; // clipped to a point: only a screen reader reads it
      const dotted = cut && (cut.style.textOverflow === "ellipsis" || cut.style.webkitLineClamp !== "none");
      if (cut && !(dotted && (opens(cut.around) || opens(element))) && !(cut.gone && cut.around.matches(".p-pages, .w-piece, .b-dial-part"))) faults.push(`cut: ${says(node)} by ${place(cut.around)}`);
      if (right - left < 1 || bottom - top < 1) continue;
      const covered = top < high && bottom > 0 && left < wide && !cut && (() => {
        const front = document.elementFromPoint((left + Math.min(right, wide - 1)) / 2, (Math.max(top, 0) + Math.min(bottom, high - 1)) / 2);
        for (let over = front; over && !over.contains(element) && !element.contains(over); over = over.parentElement) {
          if (!["rgba(0, 0, 0, 0)", "transparent"].includes(getComputedStyle(over).backgroundColor)) return true;
        }
        return false;
      })();
      if (right > wide + 1) faults.push(`passes the right edge by ${Math.round(right - wide)}: ${says(node)}`);
      if (wall && bottom > high + 1) faults.push(`passes the bottom edge by ${Math.round(bottom - high)}: ${says(node)}`);
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (!element.closest("svg")) sizes.set(size.toFixed(1), says(node));
      if (size < smallest - 0.05) faults.push(`type of ${size.toFixed(1)} px: ${says(node)}`);
      if (!covered && !dotted) seen.push({ node, left, top, right, bottom });
    }
  }
  if (sizes.size > most) faults.push(`${sizes.size} sizes of type: ${[...sizes].map((pair) => pair.join(" ")).join("; ")}`);
  if (document.documentElement.scrollWidth > wide + 1) faults.push(`the page is ${document.documentElement.scrollWidth - wide} px wider than the window`);
  if (wall && document.documentElement.scrollHeight > high + 1) faults.push(`the page is ${document.documentElement.scrollHeight - high} px higher than the window`);
  seen.sort((one, other) => one.top - other.top);
  seen.forEach((one, place) => {
    for (let next = place + 1; next < seen.length && seen[next].top < one.bottom - 3; next += 1) {
      const other = seen[next];
      if (other.node === one.node) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      const line = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (across > 2 && down > 0.35 * line) faults.push(`overlap: ${says(one.node)} with ${says(other.node)}`);
    }
  });
  // pictures lie under no text and no other picture, unless a part of the page was lifted over another on purpose
  const lifted = (element, until) => {
    for (let up = element; up && !up.contains(until); up = up.parentElement) {
      if (!["static", "relative"].includes(getComputedStyle(up).position)) return true;
    }
    return false;
  };
  const pictures = [];
  for (const picture of document.querySelectorAll("img, svg")) {
    if (picture.parentElement.closest("svg") || hidden(picture)) continue;
    let { left, top, right, bottom } = picture.getBoundingClientRect();
    for (const { edge } of clips(picture.parentElement)) [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    if (right - left > 8 && bottom - top > 8) pictures.push({ picture, left, top, right, bottom });
  }
  const overlap = (one, other) => [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
  pictures.forEach((one, at) => {
    const apart = (element) => !one.picture.contains(element) && !element.contains(one.picture) && !lifted(element, one.picture) && !lifted(one.picture, element);
    for (const other of seen) {
      const [across, down] = overlap(one, other);
      if (across > 4 && down > 0.35 * (other.bottom - other.top) && apart(other.node.parentElement)) faults.push(`on a picture: ${says(other.node)} on ${place(one.picture)}`);
    }
    for (const other of pictures.slice(at + 1)) {
      const [across, down] = overlap(one, other);
      if (across > 4 && down > 4 && apart(other.picture)) faults.push(`two pictures: ${place(one.picture)} in ${place(one.picture.parentElement)} and ${place(other.picture)} in ${place(other.picture.parentElement)}`);
    }
  });
  return [...new Set(faults)];
}
