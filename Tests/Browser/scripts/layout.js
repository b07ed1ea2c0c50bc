// Text that is cut off, leaves the page, or lies over other text. Gives a list of faults in words.
(() => {
  const { seen, named, hiddenFromView, above, style, scrolls, cuts } = window.clienteleTest;
  const faults = [];
  const root = document.scrollingElement;
  const slack = 1;

  // 1. Nothing makes the page wider than the window.
  if (root.scrollWidth > root.clientWidth + slack) {
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > root.clientWidth + slack && seen(element) && ![...above(element)].some((e) => scrolls(e, "X") || cuts(e, "X"));
    });
    const deepest = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    faults.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window: ${deepest.slice(0, 3).map(named).join(", ") || "?"}`);
  }

  // 2. Nothing that cuts what overflows has anything to cut, unless it says the whole elsewhere.
  for (const element of document.body.querySelectorAll("*")) {
    if (element instanceof SVGElement || !element.textContent.trim()) continue;
    if (!cuts(element, "X") && !cuts(element, "Y")) continue;
    if (!seen(element) || hiddenFromView(element) || element.title || element.closest("[title]")) continue;
    const wider = cuts(element, "X") ? element.scrollWidth - element.clientWidth : 0;
    const taller = cuts(element, "Y") ? element.scrollHeight - element.clientHeight : 0;
    if (element.clientWidth && (wider > slack || taller > slack)) {
      faults.push(`cut off: ${named(element)} is ${wider > slack ? wider + " px too wide" : taller + " px too tall"} for its box`);
    }
  }

  // 3. What fields say fits them.
  const brush = document.createElement("canvas").getContext("2d");
  for (const field of document.querySelectorAll("input[placeholder], select")) {
    if (!seen(field) || hiddenFromView(field)) continue;
    const s = style(field);
    brush.font = s.font;
    const text = field.localName === "select" ? field.selectedOptions[0]?.label ?? "" : field.placeholder;
    const room = field.clientWidth - parseFloat(s.paddingLeft) - parseFloat(s.paddingRight) - (field.localName === "select" && s.appearance !== "none" ? 16 : 0);
    const width = brush.measureText(text).width;
    if (width > room + 2) faults.push(`cut off: ${field.localName} “${text.slice(0, 40)}” needs ${Math.round(width - room)} px more`);
  }

  // 4. No text lies over other text, or off the page to the left.
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, script, style, option, [aria-hidden=true]") || !seen(parent) || hiddenFromView(parent)) continue;
    const ancestors = [parent, ...above(parent)];
    if (ancestors.some((e) => /fixed|sticky/.test(style(e).position))) continue;
    const frames = ancestors.filter((e) => scrolls(e, "X") || scrolls(e, "Y") || cuts(e, "X") || cuts(e, "Y")).map((e) => e.getBoundingClientRect());
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      let { left, right, top, bottom } = line;
      for (const frame of frames) {
        left = Math.max(left, frame.left);
        right = Math.min(right, frame.right);
        top = Math.max(top, frame.top);
        bottom = Math.min(bottom, frame.bottom);
      }
      // Lines of one paragraph touch; only their middles may not.
      const trim = (bottom - top) / 4;
      if (right - left < 3 || bottom - top < 4) continue;
      if (left < -slack && !frames.length) faults.push(`off the page to the left: ${named(parent)}`);
      boxes.push({ left, right, top: top + trim, bottom: bottom - trim, parent, node });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const pairs = new Set();
  for (let i = 0; i < boxes.length && pairs.size < 5; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.node === b.node) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (across > 3 && Math.min(a.bottom, b.bottom) - a.top > 2) pairs.add(`text over text: ${named(a.parent)} and ${named(b.parent)}`);
    }
  }
  faults.push(...pairs);
  return [...new Set(faults)].slice(0, 12);
})();
