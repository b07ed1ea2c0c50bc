// Where the words of a scatter stand: boxes in, boxes out, in pixels; nothing is drawn here.
"use strict";

const placing = (() => {
  const meets = (box) => (one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom;
  const boxAt = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
  const around = ([x, y], reach) => boxAt(x - reach, y - reach, 2 * reach, 2 * reach);
  const reach = 5;

  // The eight places of a word around a point, the best first.
  const sides = ([x, y], gap, width, height) => {
    const [middle, left, right] = [x - width / 2, x - gap - width, x + gap];
    const [level, over, under] = [y - height / 2, y - gap - height, y + gap];
    return [
      [right, level], [left, level], [middle, over], [middle, under], [right, over], [left, over], [right, under], [left, under],
    ].map(([x, y]) => boxAt(x, y, width, height));
  };

  // A line from a point to its word, also as the small boxes it passes through.
  const lineTo = ([x1, y1], box) => {
    const [x2, y2] = [Math.min(Math.max(x1, box.left), box.right), Math.min(Math.max(y1, box.top), box.bottom)];
    const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3);
    const boxes = Array.from({ length: steps }, (_, step) => around([x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps], 1));
    return { x1, y1, x2, y2, boxes };
  };

  // Names stand where nothing else does: no dot, no other word, no level's line. One far from its dot is led to by a line;
  // one without room gets no box. A level is named along its line, as far right as there is room.
  // names: {at, width}; dots: points; levels: {at: height of the line, width}; written: boxes of words that stay.
  const place = ({ names, dots, levels, written, width, height, isInside }) => {
    const drawn = [
      ...dots.map((at) => around(at, reach)), ...levels.map(({ at }) => boxAt(0, at - 1, width, 2)),
    ];
    const [words, lines] = [[...written], []];
    const isFree = (box) => isInside(box) && ![drawn, words, lines].some((list) => list.some(meets(box)));
    const keep = (box) => {
      if (box) words.push(box);
      return box;
    };
    // First the names that find room beside their dot.
    const near = names.map(({ at, width }) => keep(sides(at, reach + 2, width, height).find(isFree)));
    const ofLevels = levels.map((level) => {
      const end = width - 40 - level.width;
      const boxes = Array.from({ length: Math.max(1, Math.floor(end / 8)) }, (_, step) => end - step * 8)
        .flatMap((x) => [level.at - height - 2, level.at + 2].map((y) => boxAt(x, y, level.width, height)))
        .filter((box, place) => place === 0 || isInside(box));
      // Where there is no room at all, over as few dots as can be, and over words last.
      const hits = boxes.map((box) => drawn.filter(meets(box)).length + 99 * words.filter(meets(box)).length);
      return keep(boxes[hits.indexOf(Math.min(...hits))]);
    });
    const ofNames = names.map(({ at, width }, place) => {
      if (near[place]) return { box: near[place] };
      // A line that passes over another dot would seem to begin there.
      const others = drawn.filter((one) => !meets(around(at, reach))(one));
      const isClear = (box) => !lineTo(at, box).boxes.some((step) => [others, words, lines].some((list) => list.some(meets(step))));
      const box = keep([14, 22, 32, 44].flatMap((gap) => sides(at, gap, width, height)).filter(isFree).find(isClear));
      if (!box) return {};
      const line = lineTo(at, box);
      lines.push(...line.boxes);
      return { box, line };
    });
    return { names: ofNames, levels: ofLevels };
  };

  return { place };
})();
