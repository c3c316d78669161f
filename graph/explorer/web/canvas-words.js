// What is written on a picture: names beside dots, words on lines, what a dot is called in full.
//
// All of it is drawn behind vis, which would write over other words; none of it covers another.
const SIDES = 4; // places of a name: below its dot, above, to the right, to the left
const GRID = 80; // pixels of a square by which what is taken is looked up
const WAIT = 12; // frames of a moving picture between two choices of the names that fit

function createWords(container, network, tint) {
  let scene = { nodes: [], edges: [] };
  let lit = null;
  let order = null; // dots, the most important first; null where that must be found again
  let names = []; // { node, dx, dy, size, faint }: places from the dot's
  let plates = []; // the boxes of the words on lines: { left, right, top, bottom, words }
  let view = ""; // where the names were chosen
  let frames = 0;

  // What the window shows of the plane, in the plane's units.
  function bounds(margin = 0) {
    const low = network.DOMtoCanvas({ x: margin, y: margin });
    const high = network.DOMtoCanvas({ x: container.clientWidth - margin, y: container.clientHeight - margin });
    return { left: low.x, top: low.y, right: high.x, bottom: high.y };
  }

  function ordered() {
    const ends = lit ? new Set(scene.edges.filter((edge) => lit.has(edge.id)).flatMap((edge) => [edge.from, edge.to])) : null;
    const rank = (node) => (node.middle ? 2e6 : 0) + (ends?.has(node.id) ? 1e6 : 0) + node.dot;
    return scene.nodes.filter((node) => node.dot && node.label && network.body.nodes[node.id])
      .map((node) => ({ node, faint: ends !== null && !ends.has(node.id), rank: rank(node) })).sort((a, b) => b.rank - a.rank);
  }

  // Chooses the names that fit, as large at every scale.
  function chooseNames(window_) {
    const unit = 1 / network.getScale();
    const free = places(GRID * unit);
    names = [];
    if (order.length <= MUCH) {
      for (const { node } of order) {
        const { x, y } = network.body.nodes[node.id];
        free(x - node.dot, y - node.dot, x + node.dot, y + node.dot);
      }
    }
    for (const node of scene.nodes) {
      if (node.dot || scene.nodes.length > MUCH) continue;
      const { left, top, right, bottom } = boxOfNode(network, node.id);
      free(left, top, right, bottom);
    }
    for (const { node, faint } of order) {
      const { x, y } = network.body.nodes[node.id];
      if (x < window_.left || x > window_.right || y < window_.top || y > window_.bottom) continue;
      const letters = node.middle ? 15 : 12.5;
      const size = letters * unit;
      const half = (widthOf(node.label, letters) / 2 + 2) * unit;
      const high = size * 1.15;
      for (let side = 0; side < SIDES; side += 1) {
        const dx = side < 2 ? 0 : (side === 2 ? 1 : -1) * (node.dot + half + 2 * unit);
        const dy = side === 0 ? node.dot + 3 * unit : side === 1 ? -node.dot - 3 * unit - high : -size * 0.6;
        const [left, right, top] = [x + dx - half, x + dx + half, y + dy];
        if (left < window_.left || right > window_.right || top < window_.top || top + high > window_.bottom) continue;
        if (!free(left, top, right, top + high)) continue;
        names.push({ node, dx, dy, size, faint });
        break;
      }
    }
  }

  function drawNames(pen, moving) {
    order ||= ordered();
    if (!order.length) {
      names = [];
      return;
    }
    const window_ = bounds();
    const now = `${network.getScale()} ${window_.left} ${window_.top} ${window_.right} ${window_.bottom}`;
    frames += 1;
    if (now !== view || (moving && frames % WAIT === 0)) chooseNames(window_);
    view = now;
    pen.save();
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineWidth = 3.5 / network.getScale();
    pen.lineJoin = "round";
    pen.strokeStyle = tint("paper");
    pen.fillStyle = tint("ink");
    let font = 0;
    for (const { node, dx, dy, size, faint } of names) {
      const { x, y } = network.body.nodes[node.id];
      if (size !== font) pen.font = `${font = size}px ${FACE}`;
      pen.globalAlpha = faint ? 0.3 : 1;
      pen.strokeText(node.label, x + dx, y + dy);
      pen.fillText(node.label, x + dx, y + dy);
    }
    pen.restore();
  }

  // Words stand on their line, where they cover neither a box nor other words; nowhere, if there is no such place.
  function drawWords(pen, edge) {
    const line_ = network.body.edges[edge.id];
    if (!line_ || !edge.words) return;
    const unit = Math.max(1, 0.85 / network.getScale());
    pen.save();
    pen.font = `${13 * unit}px ${FACE}`;
    const width = pen.measureText(edge.words).width + 12 * unit;
    const taken = [...plates, ...(scene.nodes.length > 200 ? [] : scene.nodes.map((node) => boxOfNode(network, node.id)))];
    const window_ = bounds(2);
    for (const share of [0.56, 0.64, 0.48, 0.72, 0.4, 0.8]) {
      const { x, y } = line_.edgeType.getPoint(share);
      const box = { left: x - width / 2, right: x + width / 2, top: y - 10 * unit, bottom: y + 10 * unit };
      const inside = window_.left <= box.left && window_.top <= box.top && box.right <= window_.right && box.bottom <= window_.bottom;
      if (!inside || !taken.every((one) => beside(one, box))) continue;
      plates.push({ ...box, words: edge.words });
      drawPlate(pen, box, edge.words, forceTone(edge.force, tint), unit);
      break;
    }
    pen.restore();
  }

  function drawHint(pen, node) {
    const unit = 1 / network.getScale();
    const { x, y } = network.body.nodes[node.id];
    const words = within(node.hint, 90);
    pen.save();
    pen.font = `${13 * unit}px ${FACE}`;
    const width = pen.measureText(words).width + 14 * unit;
    const top = y - ((node.dot || 12) + 26 * unit);
    drawPlate(pen, { left: x - width / 2, right: x + width / 2, top, bottom: top + 21 * unit }, words, tint("ink"), unit);
    pen.restore();
  }

  function drawPlate(pen, box, text, border, unit) {
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = tint("surface");
    pen.strokeStyle = border;
    pen.lineWidth = 1.2 * unit;
    pen.beginPath();
    pen.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 5 * unit);
    pen.fill();
    pen.stroke();
    pen.fillStyle = tint("ink");
    pen.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5 * unit);
  }

  return {
    // Another scene, or other lines that stand out.
    of(next, out) {
      [scene, lit, order, view] = [next, out, null, ""];
    },
    // `under` is the line and `over` the node under the mouse.
    draw(pen, under, over) {
      plates = [];
      drawNames(pen, scene.moving);
      const few = lit && lit.size <= 12 ? lit : new Set();
      if (few.size || under !== null) for (const edge of scene.edges) if (!edge.hidden && (few.has(edge.id) || edge.id === under)) drawWords(pen, edge);
      if (over?.hint) drawHint(pen, over);
    },
    get plates() { return plates; },
    get names() {
      return names.map(({ node, dx, dy, size, faint }) => ({ x: network.body.nodes[node.id].x + dx, y: network.body.nodes[node.id].y + dy, text: node.label, size, opacity: faint ? 0.3 : 1 }));
    },
  };
}

// What takes a box where no other lies, and says whether it did. Boxes are looked up by the squares of a grid.
function places(size) {
  const grid = new Map();
  const cells = [];
  return (left, top, right, bottom) => {
    cells.length = 0;
    for (let column = Math.floor(left / size); column <= right / size; column += 1) {
      for (let row = Math.floor(top / size); row <= bottom / size; row += 1) {
        const key = column * 65_536 + row;
        for (const one of grid.get(key) || []) if (one[0] <= right && left <= one[2] && one[1] <= bottom && top <= one[3]) return false;
        cells.push(key);
      }
    }
    const box = [left, top, right, bottom];
    for (const key of cells) {
      const there = grid.get(key);
      if (there) there.push(box);
      else grid.set(key, [box]);
    }
    return true;
  };
}

function beside(one, box) {
  return one.right < box.left || box.right < one.left || one.bottom < box.top || box.bottom < one.top;
}

// Where a box is: vis's own bounding box adds the radius of the corners to every side.
function boxOfNode(network, id) {
  const { left, top, width, height } = network.body.nodes[id].shape;
  return { left, top, right: left + width, bottom: top + height };
}
