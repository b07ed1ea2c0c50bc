// Charts that are not drawn, hold nothing, or whose words leave the picture or lie over each other or over dots.
(() => {
  const { seen, named, hiddenFromView } = window.clienteleTest;
  const faults = [];
  /// Whether a path is more than one straight line from a point to another, as axes and grids are.
  const isShape = (path) => {
    const commands = (path.getAttribute("d") || "").match(/[a-z]/gi) ?? [];
    return commands.length > 2 || commands.some((command) => /[acqst]/i.test(command));
  };
  const painted = (shape) => {
    const style = getComputedStyle(shape);
    return (style.fill !== "none" && style.fillOpacity !== "0") || (style.stroke !== "none" && style.strokeOpacity !== "0");
  };
  const isMark = (shape) => {
    if (shape.closest("defs, clipPath, pattern") || !painted(shape)) return false;
    const box = shape.getBoundingClientRect();
    return box.width + box.height > 1 && (shape.localName !== "path" || isShape(shape));
  };

  for (const chart of document.querySelectorAll("[data-chart]")) {
    if (!seen(chart)) { faults.push(`a chart is not seen: #${chart.id}`); continue; }
    const svg = chart.querySelector("svg");
    const asked = JSON.parse(chart.dataset.chart);
    const points = [
      ...asked.series.flatMap((series) => series.points).filter((point) => point.y !== null),
      ...(asked.flows ?? []).filter((flow) => flow.amount > 0),
    ];
    if (!points.length) faults.push(`a chart has no point to draw: #${chart.id}`);
    if (!svg) { faults.push(`a chart is not drawn: #${chart.id}`); continue; }
    const marks = [...svg.querySelectorAll("path, circle, rect, polyline, polygon, ellipse")].filter(isMark);
    if (!marks.length) faults.push(`a chart is empty: #${chart.id} draws none of its ${points.length} points`);
    const labels = new Set(asked.kind === "scatter" ? points.map((point) => point.label).filter(Boolean) : []);
    const dots = marks.map((mark) => mark.getBoundingClientRect()).filter((box) => box.width < 16 && box.height < 16);
    for (const text of [...svg.querySelectorAll("text")].filter((one) => labels.has(one.textContent))) {
      const box = text.getBoundingClientRect();
      const isOver = dots.some((dot) =>
        Math.min(box.right, dot.right) - Math.max(box.left, dot.left) > 3 && Math.min(box.bottom, dot.bottom) - Math.max(box.top, dot.top) > 3);
      if (isOver) faults.push(`a name over a dot in #${chart.id}: “${text.textContent.slice(0, 40)}”`);
    }
    const rows = chart.closest("figure")?.querySelectorAll("details tbody tr").length ?? 0;
    if (!rows) faults.push(`a chart has no table behind it: #${chart.id}`);
  }

  for (const svg of document.querySelectorAll("svg")) {
    if (!seen(svg) || hiddenFromView(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const place = svg.closest("[id]")?.id ?? "?";
    const texts = [...svg.querySelectorAll("text")]
      .filter((text) => {
        const turned = text.getCTM();
        return text.textContent.trim() && seen(text) && Math.abs(turned.b) < 0.01;
      })
      .map((text) => ({ words: text.textContent.trim().slice(0, 40), box: text.getBoundingClientRect() }));
    for (const { words, box } of texts) {
      const across = Math.max(frame.left - box.left, box.right - frame.right);
      const down = Math.max(frame.top - box.top, box.bottom - frame.bottom);
      const out = Math.max(across, down);
      // A letter's box is larger than what is seen of it.
      if (across > 3 || down > box.height / 4) faults.push(`words leave the picture in #${place}: “${words}” by ${Math.round(out)} px`);
    }
    let found = 0;
    for (let i = 0; i < texts.length && found < 4; i++) {
      for (let j = i + 1; j < texts.length && found < 4; j++) {
        const [a, b] = [texts[i], texts[j]];
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const same = a.words === b.words && Math.abs(a.box.left - b.box.left) < 1 && Math.abs(a.box.top - b.box.top) < 1;
        if (!same && across > 2 && down > 0.3 * Math.min(a.box.height, b.box.height)) {
          faults.push(`words over words in #${place}: “${a.words}” and “${b.words}”`);
          found++;
        }
      }
    }
  }
  return [...new Set(faults)].slice(0, 12);
})();
