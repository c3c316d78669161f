// Where the boxes stand: the askers in the middle, the asked on a ring around them, by kind.
//
// The picture of one asker is a star, which a force-directed layout draws badly and slowly. Here the
// places are computed for the room that there is: a ring as large as the canvas, the boxes evenly on
// it, in the largest scale in which none lies over another. The same room gives the same picture.
const FACE = "system-ui, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif";
const LETTER = 14; // pixels, at scale 1
const BIG = 16; // of the boxes in the middle
const READABLE = 0.78; // the scale below which letters of 14 pixels are read badly
const SMALLEST = 0.7; // rather this than a picture that lacks some of the actors
const LARGEST = 1;
const MOST = 36; // boxes at once: beyond them arrows can no longer be told apart
const FEWEST = 6;
const ASKERS = 5; // boxes in the middle
const EDGE = 8; // room left free at the sides of the canvas, in pixels
const STEPS = 240;
const SCALES = []; // from the largest down, each 3 per cent below the one before
for (let scale = LARGEST; scale > 0.1; scale *= 0.97) SCALES.push(scale);
// Widest box, most lines of its name, room between two boxes, and between them and the middle.
const SHAPES = [
  { width: 172, height: 46, lines: 2, gap: 8, clear: 64 },
  { width: 116, height: 54, lines: 3, gap: 7, clear: 30 },
];
const ROUNDNESS = [2, 3, 4, 6]; // exponents: from an ellipse to nearly a rectangle, which has more room

const ruler = document.createElement("canvas").getContext("2d");

const measured = new Map(); // widths of texts, which are asked for again and again

function widthOf(text, size) {
  const key = `${size} ${text}`;
  if (!measured.has(key)) {
    ruler.font = `${size}px ${FACE}`;
    measured.set(key, ruler.measureText(text).width);
  }
  return measured.get(key);
}

// A name broken into the lines of a box; what does not fit ends in an ellipsis.
function wrapped(name, size, room, lines) {
  const words = name.slice(0, 300).match(/[^\s-]+-*|-+/g) || []; // a hyphen ends a word that may be parted
  const joined = (line, word) => (line.endsWith("-") ? line + word : `${line} ${word}`);
  const found = [];
  while (words.length && found.length < lines) {
    let row = words.shift();
    while (words.length && widthOf(joined(row, words[0]), size) <= room) row = joined(row, words.shift());
    found.push(cut(row, size, room, words.length > 0 && found.length === lines - 1));
  }
  return found.join("\n");
}

// The beginning of a text that fits, with an ellipsis where something is left out.
function cut(text, size, room, more) {
  if (!more && widthOf(text, size) <= room) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const half = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, half).join("")}…`, size) <= room) low = half;
    else high = half - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}

// The box of an actor: its text, and its width and height at scale 1.
function boxOf(key, middle, shape_) {
  const known = `${key} ${middle} ${shape_.width}`;
  if (!boxes.has(known)) boxes.set(known, newBox(key, middle, shape_));
  return { ...boxes.get(known) };
}

const boxes = new Map();

function newBox(key, middle, shape) {
  const [size, margin] = middle ? [BIG, 13] : [LETTER, 7];
  const label = wrapped(actorName(key), size, shape.width - 2 * margin, shape.lines);
  const rows = label.split("\n");
  const width = Math.max(40, ...rows.map((row) => widthOf(row, size) + 2 * margin));
  return { key, label, width, height: rows.length * size + 2 * margin + 2, middle };
}

function apart(one, other, gap, above) {
  return Math.abs(one.x - other.x) >= (one.width + other.width) / 2 + gap
    || Math.abs(one.y - other.y) >= (one.height + other.height) / 2 + above;
}

// Points after equal shares of the way round a ring, clockwise from the top, measured in boxes.
function ring(a, b, power, shares, shape) {
  const points = [];
  const sums = [0];
  for (let step = 0; step <= STEPS; step += 1) {
    const angle = (2 * Math.PI * step) / STEPS;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const reach = (Math.abs(sin) ** power + Math.abs(cos) ** power) ** (-1 / power);
    points.push([a * reach * sin, -b * reach * cos]);
    if (!step) continue;
    const [dx, dy] = [0, 1].map((axis) => Math.abs(points[step][axis] - points[step - 1][axis]));
    sums.push(sums[step - 1] + Math.max(dx / (shape.width + shape.gap), dy / (shape.height + shape.gap)));
  }
  let step = 0;
  return shares.map((share) => {
    while (step < STEPS && sums[step] < share * sums[STEPS]) step += 1;
    return points[step];
  });
}

// Places in the largest scale at which no box lies over another; null where there is none above the lowest.
function placed(middle, groups, shape, power, width, height, lowest) {
  const boxes = groups.flat();
  const shares = [];
  let length = 0.5;
  for (const group of groups) {
    for (const _ of group) shares.push(length++);
    length += group.length ? 0.5 : 0;
  }
  // One or two stand above and below, where arrows have room.
  shares.forEach((share, rank) => { shares[rank] = boxes.length < 3 ? rank / 2 : share / length; });
  const pitch = Math.max(0, ...middle.map((box) => box.height)) + 24;
  middle.forEach((box, rank) => Object.assign(box, { x: 0, y: (rank - (middle.length - 1) / 2) * pitch }));
  const widest = Math.max(0, ...boxes.map((box) => box.width));
  const highest = Math.max(0, ...boxes.map((box) => box.height));
  // The largest of the scales, by halves: what fits at one fits at those below it, too.
  let found = null;
  let [low, high] = [0, SCALES.filter((scale) => scale > lowest).length];
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    if (fitsAt(SCALES[half])) {
      found = { scale: SCALES[half], boxes: [...middle, ...boxes].map((box) => ({ ...box })) };
      high = half;
    } else {
      low = half + 1;
    }
  }
  return found;

  function fitsAt(scale) {
    const a = Math.min((width / scale - widest) / 2, 230 + 30 * boxes.length);
    const b = Math.min((height / scale - highest) / 2, 180 + 26 * boxes.length + (middle.length - 1) * pitch);
    if (a < 0 || b < 0) return false;
    const points = ring(a, b, power, shares, shape);
    boxes.forEach((box, rank) => { [box.x, box.y] = points[rank]; });
    return boxes.every((box, rank) => middle.every((one) => apart(box, one, shape.clear, shape.clear * 0.6))
      && boxes.slice(0, rank).every((other) => apart(box, other, shape.gap, shape.gap)));
  }
}

// The roundest ring in which names can be read, else the largest; without boxes, where even that is below the lowest scale.
function arranged(middle, around, width, height, lowest = 0.1) {
  let best = null;
  for (const shape of SHAPES) {
    const inner = middle.map((key) => boxOf(key, true, shape));
    const groups = around.map((group) => group.map((key) => boxOf(key, false, shape)));
    for (const power of ROUNDNESS) {
      const found = placed(inner, groups, shape, power, width - 2 * EDGE, height - 2 * EDGE, lowest);
      if (found && found.scale >= READABLE + 0.04) return found;
      if (found && (!best || found.scale > best.scale)) best = found;
    }
  }
  return best || { scale: 0.1, boxes: [] };
}
