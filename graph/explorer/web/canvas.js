// A picture that vis-network draws: boxes or dots, lines between them, and the words on the lines that stand out.
//
// A scene is { name, nodes, edges, scale, moving }; scenes of one name have their things in common.
//   node: { id, x, y, label, tone, known, middle, dot, mass, faint, width }: `tone` is a group of actors, "middle",
//         "folded" or "document"; `dot` its radius, where it is a dot with its name beside it.
//   edge: { id, from, to, force or NONE, width, words, hidden, arrow }
// `scale` null fits all of it into the room there is; `moving` lets the simulation run.
const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false, randomSeed: 1 },
  interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, zoomView: false, tooltipDelay: 150, hideEdgesOnDrag: true },
  nodes: { shape: "box", borderWidth: 1, labelHighlightBold: false, margin: 7 },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.55 } }, arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 0 },
};
const MOVES = {
  enabled: true, solver: "forceAtlas2Based",
  forceAtlas2Based: { gravitationalConstant: -60, centralGravity: 0.012, springLength: 110, springConstant: 0.05, damping: 0.6, avoidOverlap: 0.4 },
  stabilization: { enabled: false }, minVelocity: 1.2, adaptiveTimestep: true,
};
const MUCH = 120; // nodes beyond which those that go are only hidden
const DENSE = 60; // lines beyond which thick ones hide others
const CORNERS = { states: 3, un: 16, organizations: 8, others: 5, middle: 4, folded: 10, document: 2 };

function createCanvas(container, handlers) {
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  const looks = [new Map(), new Map()]; // what each set was last told of a thing, as text
  let scene = { nodes: [], edges: [], scale: null, moving: false };
  let byNode = new Map();
  let plates = []; // the boxes of the texts on lines drawn so far: none covers another
  let names = []; // the names beside dots: { x, y, text, unit }
  let under = null; // id of the line under the mouse
  let over = null; // id of the node under the mouse
  let lit = null; // ids of the lines that stand out, or null where all are alike
  let colours = {};
  let painted = ""; // name of the scene that was painted last

  function tint(name) {
    return (colours[name] ??= colour(name));
  }

  function forceTone(force) {
    return tint(force < 0 ? "link" : data.forces[force][0]);
  }

  function nodeLook(node, near) {
    const fill = tint(node.middle ? "accent" : node.tone);
    const border = tint(node.middle ? "accent" : node.known === false ? "muted" : `${node.tone}-line`);
    const ink = tint(node.middle && !node.dot ? "on-accent" : "ink");
    const chosen = { background: fill, border: tint("ink") };
    const found = {
      id: node.id, x: node.x, y: node.y, label: node.dot ? undefined : node.label, opacity: node.middle || near(node.id) ? 1 : 0.4,
      color: { background: fill, border, highlight: chosen, hover: chosen },
      borderWidth: 1.2, borderWidthSelected: 2.4, hidden: node.hidden === true,
      shapeProperties: { borderRadius: CORNERS[node.middle ? "middle" : node.tone] ?? 5, borderDashes: node.known === false && !node.middle ? [4, 3] : false },
      font: { face: FACE, size: node.middle ? BIG : LETTER, color: ink, multi: false },
    };
    if (node.dot) return { ...found, shape: "dot", size: node.dot, borderWidth: 1.6, color: { ...found.color, background: tint(node.middle ? "accent" : `${node.tone}-line`) } };
    const margin = node.middle ? 13 : 7;
    return { ...found, shape: "box", margin, widthConstraint: { minimum: node.width && node.middle ? node.width - 2 * margin : 26 } };
  }

  // Several lines between two nodes are bent apart.
  function bends(found) {
    const beside = new Map();
    for (const edge of found) {
      const ends = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
      if (!beside.has(ends)) beside.set(ends, []);
      beside.get(ends).push(edge);
    }
    const bent = new Map();
    for (const group of beside.values()) {
      group.forEach((edge, rank) => {
        const bend = (rank - (group.length - 1) / 2) * (edge.from < edge.to ? 1 : -1);
        bent.set(edge.id, { enabled: bend !== 0, roundness: Math.min(0.4, 0.11 * Math.abs(bend)), type: bend > 0 ? "curvedCW" : "curvedCCW" });
      });
    }
    return bent;
  }

  function edgeLook(edge, smooth, dense) {
    const out = lit && !lit.has(edge.id);
    const strong = lit && lit.has(edge.id);
    const tone = forceTone(edge.force);
    return {
      id: edge.id, from: edge.from, to: edge.to, smooth, hidden: edge.hidden === true,
      dashes: edge.force < 0 || !data.forces[edge.force][2].length ? false : data.forces[edge.force][2],
      width: (dense ? 1 + (edge.width - 1) * 0.45 : edge.width) + (strong ? 0.8 : 0),
      arrows: { to: { enabled: edge.arrow !== false, scaleFactor: 0.55 } },
      color: { color: tone, highlight: tone, hover: tone, opacity: out ? 0.1 : edge.faint ? 0.5 : 1 },
    };
  }

  // Tells a set what is new, other or gone, and nothing of what is as it was. Of much, what is gone is only hidden:
  // vis makes a thing anew a hundred times slower than it shows a hidden one again.
  function renew(set, seen, found, things) {
    const changed = [];
    const kept = new Set();
    let turned = false;
    for (const look of found) {
      const text = JSON.stringify(look);
      kept.add(look.id);
      if (seen.get(look.id) !== text) {
        seen.set(look.id, text);
        changed.push(look);
      } else if (things && things[look.id].options.hidden && !look.hidden) {
        things[look.id].options.hidden = false;
        turned = true;
      }
    }
    const gone = [...seen.keys()].filter((id) => !kept.has(id));
    if (things) {
      for (const id of gone) {
        turned ||= !things[id].options.hidden;
        things[id].options.hidden = true;
      }
    } else {
      gone.forEach((id) => seen.delete(id));
      if (gone.length) set.remove(gone);
    }
    if (changed.length) set.update(changed);
    return turned;
  }

  // Where a simulation has put a node since, it stays.
  function paint() {
    colours = {};
    const ends = new Set();
    for (const edge of scene.edges) if (lit ? lit.has(edge.id) : !edge.hidden) ends.add(edge.from).add(edge.to);
    const near = (id) => !scene.edges.length || ends.has(id);
    const shown = scene.edges.filter((edge) => !edge.hidden);
    const bent = bends(shown);
    const dense = shown.length > DENSE;
    const nodes = scene.nodes.map((node) => nodeLook(node, near));
    const edges = scene.edges.map((edge) => edgeLook(edge, bent.get(edge.id) || { enabled: false }, dense));
    const much = looks[0].size > MUCH && scene.name === painted;
    painted = scene.name;
    if (!much) renew(edgeSet, looks[1], []);
    const turned = [renew(nodeSet, looks[0], nodes, much && network.body.nodes), renew(edgeSet, looks[1], edges, much && network.body.edges)];
    if (turned.includes(true)) network.body.emitter.emit("_dataChanged");
  }

  function light_(ids) {
    lit = ids;
    paint();
  }

  function fit() {
    if (scene.scale === null) network.fit({ animation: false, maxZoomLevel: 1.1 });
    else network.moveTo({ position: { x: 0, y: 0 }, scale: scene.scale, animation: false });
  }

  const network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, OPTIONS);
  // Fingers scroll the page past the picture; a mouse moves the picture.
  if (matchMedia("(pointer: coarse)").matches) {
    network.setOptions({ interaction: { dragView: false, dragNodes: false } });
    container.querySelectorAll("*").forEach((one) => one.style.setProperty("touch-action", "pan-y pinch-zoom", "important"));
  }
  network.on("click", (event) => {
    if (event.nodes.length) handlers.node(event.nodes[0]);
    else if (event.edges.length) handlers.edge(event.edges[0]);
    else handlers.none();
  });
  network.on("hoverEdge", ({ edge }) => { under = edge; network.redraw(); });
  network.on("blurEdge", () => { under = null; network.redraw(); });
  network.on("hoverNode", ({ node }) => { over = node; network.redraw(); });
  network.on("blurNode", () => { over = null; network.redraw(); });
  network.on("stabilized", () => { if (scene.moving) network.setOptions({ physics: { enabled: false } }); });
  network.on("afterDrawing", (pen) => {
    plates = [];
    drawNames(pen);
    const few = lit && lit.size <= 12 ? lit : new Set();
    for (const edge of scene.edges) {
      if (!edge.hidden && (few.has(edge.id) || edge.id === under)) drawWords(pen, edge);
    }
    if (over !== null && byNode.get(over)?.hint) drawHint(pen, byNode.get(over));
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", paint);
  container.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && scene.scale !== null) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });

  // Names beside dots, as large at every scale, the most important first: none covers another.
  function drawNames(pen) {
    names = [];
    const dots = scene.nodes.filter((node) => node.dot && node.label && network.body.nodes[node.id]);
    if (!dots.length) return;
    const unit = 1 / network.getScale();
    const low = network.DOMtoCanvas({ x: 0, y: 0 });
    const high = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    const ends = lit ? new Set(scene.edges.filter((edge) => lit.has(edge.id)).flatMap((edge) => [edge.from, edge.to])) : null;
    const order = [...dots].sort((a, b) => Number(b.middle) - Number(a.middle) || (ends ? Number(ends.has(b.id)) - Number(ends.has(a.id)) : 0) || b.dot - a.dot);
    const grid = new Map(); // taken boxes by where they are, so that each is held against few others
    const cell_ = 80 * unit;
    if (dots.length <= MUCH) {
      for (const node of dots) {
        const { x, y } = network.getPosition(node.id);
        claim(grid, cell_, { left: x - node.dot, right: x + node.dot, top: y - node.dot, bottom: y + node.dot });
      }
    }
    pen.save();
    pen.textAlign = "center";
    pen.textBaseline = "top";
    for (const node of order) {
      const { x, y } = network.getPosition(node.id);
      if (x < low.x || x > high.x || y < low.y || y > high.y) continue;
      const size = (node.middle ? 15 : 12.5) * unit;
      const half = (widthOf(node.label, node.middle ? 15 : 12.5) / 2 + 2) * unit;
      // Below its dot, else above, to the right or to the left of it.
      const places = [[x, y + node.dot + 3 * unit], [x, y - node.dot - 3 * unit - size * 1.15], ...[1, -1].map((side) => [x + side * (node.dot + half + 2 * unit), y - size * 0.6])];
      const inside = ([middle, top]) => middle - half >= low.x && middle + half <= high.x && top >= low.y && top + size * 1.15 <= high.y;
      const free = places.filter(inside).find(([middle, top]) => claim(grid, cell_, { left: middle - half, right: middle + half, top, bottom: top + size * 1.15 }));
      if (!free) continue;
      const faint = ends && !ends.has(node.id);
      pen.globalAlpha = faint ? 0.3 : 1;
      pen.font = `${size}px ${FACE}`;
      pen.lineWidth = 3.5 * unit;
      pen.strokeStyle = tint("paper");
      pen.strokeText(node.label, ...free);
      pen.fillStyle = tint("ink");
      pen.fillText(node.label, ...free);
      names.push({ x: free[0], y: free[1], text: node.label, size, opacity: faint ? 0.3 : 1 });
    }
    pen.restore();
  }

  // Takes a box where no other lies.
  function claim(grid, size, box) {
    const cells = [];
    for (let column = Math.floor(box.left / size); column <= box.right / size; column += 1) {
      for (let row = Math.floor(box.top / size); row <= box.bottom / size; row += 1) cells.push(`${column} ${row}`);
    }
    const beside = (one) => one.right < box.left || box.right < one.left || one.bottom < box.top || box.bottom < one.top;
    if (!cells.every((key) => (grid.get(key) || []).every(beside))) return false;
    for (const key of cells) grid.set(key, [...(grid.get(key) || []), box]);
    return true;
  }

  // Words stand on their line, where they cover neither a box nor other words; nowhere, if there is no such place.
  function drawWords(pen, edge) {
    const line_ = network.body.edges[edge.id];
    if (!line_ || !edge.words) return;
    const unit = Math.max(1, 0.85 / network.getScale());
    pen.save();
    pen.font = `${13 * unit}px ${FACE}`;
    const width = pen.measureText(edge.words).width + 12 * unit;
    const boxes = scene.nodes.length > 200 ? [] : scene.nodes.map((node) => drawnBox(node.id));
    const taken = [...plates, ...boxes];
    const low = network.DOMtoCanvas({ x: 2, y: 2 });
    const high = network.DOMtoCanvas({ x: container.clientWidth - 2, y: container.clientHeight - 2 });
    for (const share of [0.56, 0.64, 0.48, 0.72, 0.4, 0.8]) {
      const { x, y } = line_.edgeType.getPoint(share);
      const box = { left: x - width / 2, right: x + width / 2, top: y - 10 * unit, bottom: y + 10 * unit };
      const inside = low.x <= box.left && low.y <= box.top && box.right <= high.x && box.bottom <= high.y;
      const free = taken.every((one) => one.right < box.left || box.right < one.left || one.bottom < box.top || box.bottom < one.top);
      if (!inside || !free) continue;
      plates.push({ ...box, words: edge.words });
      drawPlate(pen, box, edge.words, forceTone(edge.force), unit);
      break;
    }
    pen.restore();
  }

  function drawHint(pen, node) {
    const unit = 1 / network.getScale();
    const { x, y } = network.getPosition(node.id);
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

  // Where a box is: vis's own bounding box adds the radius of the corners to every side.
  function drawnBox(id) {
    const { left, top, width, height } = network.body.nodes[id].shape;
    return { left, top, right: left + width, bottom: top + height };
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
  }

  return {
    network,
    container,
    fit,
    zoom,
    tint,
    forceTone,
    get scene() { return scene; },
    get plates() { return plates; },
    get names() { return names; },
    drawnBox,
    light: light_,
    // Shows a scene; `keep` leaves the view where it is.
    draw(next, keep = false) {
      scene = next;
      byNode = new Map(scene.nodes.map((node) => [node.id, node]));
      lit = next.lit || null;
      under = over = null;
      paint();
      network.setOptions({ physics: scene.moving ? MOVES : { enabled: false } });
      if (!keep) fit();
    },
    destroy() {
      dark.removeEventListener("change", paint);
      network.destroy();
    },
    // Where a line can be clicked, in pixels from the picture's corner.
    pointOn(id) {
      const covers = ({ x, y }) => scene.nodes.some((node) => {
        const { left, top, right, bottom } = drawnBox(node.id);
        return left - 4 <= x && x <= right + 4 && top - 4 <= y && y <= bottom + 4;
      });
      const points = [0.62, 0.55, 0.69, 0.48, 0.76, 0.41].map((share) => network.body.edges[id].edgeType.getPoint(share));
      return network.canvasToDOM(points.find((point) => !covers(point)) || points[0]);
    },
    // The boxes of nodes, and the plates with words, in pixels from the picture's corner.
    taken() {
      const all = [...scene.nodes.map((node) => [node.id, drawnBox(node.id)]), ...plates.map((box) => ["", box])];
      return all.map(([key, { left, top, right, bottom }]) => {
        const [low, high] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
        return { key, left: low.x, top: low.y, right: high.x, bottom: high.y };
      });
    },
  };
}
