// The picture: vis-network with computed places, in the page's colours.
const DENSE = 60; // arrows beyond which thick ones hide others

function createPicture(edges, handlers) {
  const container = byId("mynetwork");
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  const nodes = new Map(drawn.nodes.map((node) => [node.id, node]));
  let shown = new Set(edges.map((edge) => edge.id));
  let turned = 0; // which part of the actors the picture has, where it cannot have all
  let part = { scale: 1, boxes: [], size: 0, order: [] };
  let plates = []; // the boxes of the texts on arrows drawn so far: none covers another
  let under = null; // id of the edge under the mouse
  let lit = null; // ids of the edges that stand out, or null where all are alike
  let room = "";

  // How many acts each actor has a part in; the askers that ask most, and the others, most asked first.
  function ranked(found) {
    const [asking, asked] = [new Map(), new Map()];
    for (const edge of found) {
      asking.set(edge.from, (asking.get(edge.from) || 0) + edge.acts.length);
      asked.set(edge.to, (asked.get(edge.to) || 0) + edge.acts.length);
      if (!asked.has(edge.from)) asked.set(edge.from, 0);
    }
    const by = (counts) => (a, b) => counts.get(b) - counts.get(a) || (actorName(a) < actorName(b) ? -1 : 1);
    const middle = [...asking.keys()].sort(by(asking)).slice(0, ASKERS);
    return [middle, [...asked.keys()].filter((key) => !middle.includes(key)).sort(by(asked))];
  }

  function arrange(middle, keys) {
    const named = [...keys].sort((a, b) => actorName(a).localeCompare(actorName(b), "en"));
    const around = Object.keys(data.groups).map((group) => named.filter((key) => nodes.get(key).place === group));
    return arranged(middle, around, container.clientWidth || 300, container.clientHeight || 300);
  }

  // What fits is drawn: all actors, else so many of those that take part in what is shown.
  function place() {
    let [middle, order] = ranked(edges);
    let size = Math.min(order.length, MOST);
    let found = arrange(middle, order.slice(0, size));
    if (order.length > MOST || found.scale < SMALLEST) {
      [middle, order] = ranked(edges.filter((edge) => shown.has(edge.id)));
      for (size = Math.min(order.length, MOST); ; size -= 2) {
        found = arrange(middle, order.slice(0, size));
        if (size <= FEWEST || found.scale >= READABLE) break;
      }
      turned = Math.max(0, Math.min(turned, Math.ceil(order.length / size) - 1)) || 0;
      if (turned) found = arrange(middle, order.slice(turned * size, (turned + 1) * size));
    } else {
      turned = 0;
    }
    part = { ...found, size, order };
    const last = Math.min(order.length, (turned + 1) * size);
    handlers.part(order.length > size ? [turned * size + 1, last, order.length] : null);
    paint();
    fit();
  }

  // The actors at the ends of what is shown, or of what stands out.
  function ends() {
    const found = new Set();
    for (const edge of edges) {
      if (lit ? lit.has(edge.id) : shown.has(edge.id)) found.add(edge.from).add(edge.to);
    }
    return found;
  }

  function nodeLook(box, near) {
    const node = nodes.get(box.key);
    const tone = box.middle ? "middle" : node.place;
    const fill = colour(box.middle ? "accent" : tone);
    const border = colour(box.middle ? "accent" : node.known ? `${tone}-line` : "muted");
    return {
      id: box.key, x: box.x, y: box.y, label: box.label, opacity: box.middle || near.has(box.key) ? 1 : 0.35,
      color: { background: fill, border, highlight: { background: fill, border: colour("ink") }, hover: { background: fill, border: colour("ink") } },
      borderWidth: 1.2, borderWidthSelected: 2.4,
      shapeProperties: { borderRadius: box.middle ? 4 : { states: 3, un: 16, organizations: 8 }[tone] || 5, borderDashes: node.known || box.middle ? false : [4, 3] },
      widthConstraint: { minimum: box.middle ? box.width - 26 : 26 },
      margin: box.middle ? 13 : 7,
      font: { face: FACE, size: box.middle ? BIG : LETTER, color: colour(box.middle ? "on-accent" : "ink"), multi: false },
    };
  }

  // Several arrows between two actors are bent apart.
  function bends(found) {
    const beside = new Map();
    for (const edge of found) {
      const ends_ = `${edge.from} ${edge.to}`;
      if (!beside.has(ends_)) beside.set(ends_, []);
      beside.get(ends_).push(edge.id);
    }
    const bent = new Map();
    for (const ids of beside.values()) {
      ids.forEach((id, rank) => {
        const bend = rank - (ids.length - 1) / 2;
        bent.set(id, { enabled: bend !== 0, roundness: Math.min(0.4, 0.11 * Math.abs(bend)), type: bend > 0 ? "curvedCW" : "curvedCCW" });
      });
    }
    return bent;
  }

  function edgeLook(edge, smooth, dense) {
    const out = lit && !lit.has(edge.id);
    const tone = colour(data.forces[edge.force] ? edge.force : "statement");
    const strong = lit && lit.has(edge.id);
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, smooth,
      hidden: !shown.has(edge.id), width: (dense ? 1 + (edge.width - 1) * 0.45 : edge.width) + (strong ? 0.8 : 0),
      color: { color: tone, highlight: tone, hover: tone, opacity: out ? 0.13 : 1 },
    };
  }

  function renew(set, looks) {
    const kept = new Set(looks.map((look) => look.id));
    set.remove(set.getIds().filter((id) => !kept.has(id)));
    set.update(looks);
  }

  function paint() {
    const near = ends();
    const here = new Set(part.boxes.map((box) => box.key));
    const between = edges.filter((edge) => here.has(edge.from) && here.has(edge.to));
    renew(edgeSet, []);
    renew(nodeSet, part.boxes.map((box) => nodeLook(box, near)));
    const bent = bends(between.filter((edge) => shown.has(edge.id)));
    renew(edgeSet, between.map((edge) => edgeLook(edge, bent.get(edge.id) || { enabled: false }, bent.size > DENSE)));
  }

  // On a narrow page the picture is as high as the window leaves it room for, and a little of what follows.
  function measure() {
    const width = document.documentElement.clientWidth;
    const top = byId("stage").getBoundingClientRect().top + scrollY;
    const high = Math.min(900, Math.max(360, window.innerHeight - top - 80));
    document.documentElement.style.setProperty("--tall", `${Math.round(high)}px`);
    return width;
  }

  function fit() {
    network.moveTo({ position: { x: 0, y: 0 }, scale: part.scale, animation: false });
  }

  let wide = measure();
  const network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, options);
  const touch = matchMedia("(pointer: coarse)").matches;
  // Fingers scroll the page past the picture; a mouse moves the picture.
  if (touch) {
    network.setOptions({ interaction: { dragView: false, dragNodes: false } });
    container.querySelectorAll("*").forEach((one) => one.style.setProperty("touch-action", "pan-y pinch-zoom", "important"));
  }

  network.on("click", (event) => {
    if (event.nodes.length) handlers.actor(event.nodes[0]);
    else if (event.edges.length) handlers.edge(event.edges[0]);
    else handlers.none();
  });
  network.on("hoverEdge", ({ edge }) => { under = edge; network.redraw(); });
  network.on("blurEdge", () => { under = null; network.redraw(); });
  network.on("afterDrawing", (canvas) => {
    plates = [];
    const few = lit && lit.size <= 12 ? lit : new Set();
    for (const edge of edges) {
      if (shown.has(edge.id) && (few.has(edge.id) || edge.id === under)) drawVerb(canvas, edge);
    }
  });
  network.on("resize", () => {
    // A telephone's bars come and go while it scrolls: only another width is another room.
    if (document.documentElement.clientWidth !== wide) wide = measure();
    const now = `${container.clientWidth} ${container.clientHeight}`;
    if (now !== room) {
      room = now;
      queueMicrotask(place); // behind vis, which goes on to scale its old view to the new room
    }
  });
  container.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  // A verb stands on its arrow, where it covers neither a box nor another verb; nowhere, if there is no such place.
  function drawVerb(canvas, edge) {
    const line_ = network.body.edges[edge.id];
    if (!line_) return;
    const unit = Math.max(1, 0.85 / network.getScale());
    const text = edge.acts.length > 1 ? `${edge.verb} (${edge.acts.length})` : edge.verb;
    canvas.save();
    canvas.font = `${13 * unit}px ${FACE}`;
    const width = canvas.measureText(text).width + 12 * unit;
    const taken = [...plates, ...part.boxes.map((box) => drawnBox(box.key))];
    const low = network.DOMtoCanvas({ x: 2, y: 2 });
    const high = network.DOMtoCanvas({ x: container.clientWidth - 2, y: container.clientHeight - 2 });
    for (const share of [0.56, 0.64, 0.48, 0.72, 0.4, 0.8]) {
      const { x, y } = line_.edgeType.getPoint(share);
      const box = { left: x - width / 2, right: x + width / 2, top: y - 10 * unit, bottom: y + 10 * unit };
      const inside = low.x <= box.left && low.y <= box.top && box.right <= high.x && box.bottom <= high.y;
      const free = taken.every((one) => one.right < box.left || box.right < one.left || one.bottom < box.top || box.bottom < one.top);
      if (!inside || !free) continue;
      plates.push(box);
      drawPlate(canvas, box, text, colour(data.forces[edge.force] ? edge.force : "statement"), unit);
      break;
    }
    canvas.restore();
  }

  function drawPlate(canvas, box, text, border, unit) {
    canvas.textAlign = "center";
    canvas.textBaseline = "middle";
    canvas.fillStyle = colour("surface");
    canvas.strokeStyle = border;
    canvas.lineWidth = 1.2 * unit;
    canvas.beginPath();
    canvas.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 5 * unit);
    canvas.fill();
    canvas.stroke();
    canvas.fillStyle = colour("ink");
    canvas.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5 * unit);
  }

  // Where a box is: vis's own bounding box adds the radius of the corners to every side.
  function drawnBox(key) {
    const { left, top, width, height } = network.body.nodes[key].shape;
    return { left, top, right: left + width, bottom: top + height };
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
  }

  return {
    network,
    fit,
    zoom,
    show(ids) { shown = ids; turned = 0; place(); },
    light(ids) { lit = ids; paint(); },
    turn(step) { turned += step; place(); },
    // Turns to where an actor is.
    turnTo(key) {
      const rank = part.order.indexOf(key);
      if (rank < 0 || part.boxes.some((box) => box.key === key)) return;
      turned = Math.floor(rank / part.size);
      place();
    },
    // Where an arrow can be clicked, in pixels from the picture's corner.
    pointOn(id) {
      const covers = ({ x, y }) => part.boxes.some((box) => {
        const { left, top, right, bottom } = drawnBox(box.key);
        return left - 4 <= x && x <= right + 4 && top - 4 <= y && y <= bottom + 4;
      });
      const points = [0.62, 0.55, 0.69, 0.48, 0.76, 0.41].map((share) => network.body.edges[id].edgeType.getPoint(share));
      return network.canvasToDOM(points.find((point) => !covers(point)) || points[0]);
    },
    // The boxes of actors, and the plates with verbs, in pixels from the picture's corner.
    taken() {
      const all = [...part.boxes.map((box) => [box.key, drawnBox(box.key)]), ...plates.map((box) => ["", box])];
      return all.map(([key, { left, top, right, bottom }]) => {
        const [low, high] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
        return { key, left: low.x, top: low.y, right: high.x, bottom: high.y };
      });
    },
  };
}
