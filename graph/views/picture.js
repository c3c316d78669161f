// The picture: vis-network with places that were computed beforehand, in the page's colours.
const NARROW = 620;
const SMALL = 0.6; // the scale below which labels are too small to be read
const FACE = "system-ui, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif";

function createPicture(edges, handlers) {
  const container = byId("mynetwork");
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  let form = "";
  let shown = new Set(edges.map((edge) => edge.id));
  let plates = []; // the boxes of the texts drawn so far: none covers another
  const asked = new Map(drawn.nodes.map((node) => [node.id, 0]));
  for (const edge of edges) asked.set(edge.to, asked.get(edge.to) + edge.acts.length);
  let under = null; // id of the edge under the mouse
  let lit = null; // ids of the edges that stand out, or null where all are alike

  // The actors at the ends of what is shown, or of what stands out.
  function ends() {
    const found = new Set();
    for (const edge of edges) {
      if (lit ? lit.has(edge.id) : shown.has(edge.id)) found.add(edge.from).add(edge.to);
    }
    return found;
  }

  function nodeLook(node, near) {
    const middle = node.group === "middle";
    const here = node.forms[form];
    const fill = colour(middle ? "accent" : node.group);
    const border = colour(middle ? "accent" : node.known ? `${node.group}-line` : "muted");
    const alone = !middle && !near.has(node.id);
    return {
      id: node.id, x: here.x, y: here.y, label: here.label, opacity: alone ? 0.35 : 1,
      color: { background: fill, border, highlight: { background: fill, border: colour("ink") }, hover: { background: fill, border: colour("ink") } },
      borderWidth: 1.2, borderWidthSelected: 2.4,
      shapeProperties: { borderRadius: { states: 3, un: 16, organizations: 8 }[node.group] || 5, borderDashes: node.known || middle ? false : [4, 3] },
      widthConstraint: { minimum: middle ? here.width - 20 : 40 },
      margin: middle ? 13 : 7,
      font: { face: FACE, size: middle ? 16 : 14, color: colour(middle ? "on-accent" : "ink"), multi: false },
    };
  }

  function edgeLook(edge) {
    const out = lit && !lit.has(edge.id);
    const tone = colour(data.forces[edge.force] ? edge.force : "statement");
    const strong = lit && lit.has(edge.id);
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, smooth: edge.smooth,
      hidden: !shown.has(edge.id), width: edge.width + (strong ? 0.8 : 0),
      color: { color: tone, highlight: tone, hover: tone, opacity: out ? 0.13 : 0.95 },
    };
  }

  function paint() {
    const near = ends();
    nodeSet.update(drawn.nodes.map((node) => nodeLook(node, near)));
    edgeSet.update(edges.map(edgeLook));
  }

  function choose() {
    const next = container.clientWidth < NARROW ? "tall" : "wide";
    if (next === form) return false;
    form = next;
    return true;
  }

  function extent() {
    if (!drawn.nodes.length) return [300, 240];
    const xs = drawn.nodes.map((node) => node.forms[form].x);
    const ys = drawn.nodes.map((node) => node.forms[form].y);
    const { width } = drawn.nodes[0].forms[form];
    return [Math.max(...xs) - Math.min(...xs) + width + 30, Math.max(...ys) - Math.min(...ys) + 80];
  }

  // On a narrow page the picture is as high as it needs to be at full width.
  function room() {
    const [width, height] = extent();
    const high = Math.min(Math.round(height * Math.min(1, container.clientWidth / width)) + 20, 720);
    document.documentElement.style.setProperty("--tall", `${Math.max(high, 260)}px`);
  }

  function fit() {
    network.fit({ animation: false, maxZoomLevel: 1.25 });
  }

  choose();
  room();
  const network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, options);
  paint();
  const touch = matchMedia("(pointer: coarse)").matches;
  // Fingers scroll the page past the picture; a mouse moves the picture.
  if (touch) {
    network.setOptions({ interaction: { dragView: false, dragNodes: false } });
    container.querySelectorAll("*").forEach((part) => part.style.setProperty("touch-action", "pan-y pinch-zoom", "important"));
  }
  fit();

  network.on("click", (event) => {
    if (event.nodes.length) handlers.actor(event.nodes[0]);
    else if (event.edges.length) handlers.edge(event.edges[0]);
    else handlers.none();
  });
  network.on("hoverEdge", ({ edge }) => { under = edge; network.redraw(); });
  network.on("blurEdge", () => { under = null; network.redraw(); });
  network.on("afterDrawing", (canvas) => {
    plates = [];
    drawNames(canvas);
    const few = lit && lit.size <= 12 ? lit : new Set();
    for (const edge of edges) {
      if (shown.has(edge.id) && (few.has(edge.id) || edge.id === under)) drawVerb(canvas, edge);
    }
  });
  network.on("resize", () => {
    if (choose()) { room(); paint(); }
    fit();
  });
  container.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  // A verb stands on its arrow's outer half, clear of the middle; on parallel arrows at different heights.
  function drawVerb(canvas, edge) {
    const beside = edges.filter((one) => one.from === edge.from && one.to === edge.to);
    const share = beside.length === 1 ? 0.58 : 0.46 + (0.26 * beside.indexOf(edge)) / (beside.length - 1);
    const { x, y } = network.body.edges[edge.id].edgeType.getPoint(share);
    const text = edge.acts.length > 1 ? `${edge.verb} (${edge.acts.length})` : edge.verb;
    drawPlate(canvas, x, y, text, colour(data.forces[edge.force] ? edge.force : "statement"));
  }

  // A plate with a text, as large on the screen however small the picture is.
  function drawPlate(canvas, x, y, text, border) {
    const unit = Math.max(1, 0.85 / network.getScale());
    canvas.save();
    canvas.font = `${13 * unit}px ${FACE}`;
    canvas.textAlign = "center";
    canvas.textBaseline = "middle";
    const width = canvas.measureText(text).width + 12 * unit;
    const box = { left: x - width / 2, top: y - 10 * unit, width, height: 20 * unit };
    const free = plates.every((one) => one.left + one.width < box.left || box.left + box.width < one.left
      || one.top + one.height < box.top || box.top + box.height < one.top);
    if (free) {
      plates.push(box);
      canvas.fillStyle = colour("surface");
      canvas.strokeStyle = border;
      canvas.lineWidth = 1.2 * unit;
      canvas.beginPath();
      canvas.roundRect(box.left, box.top, box.width, box.height, 5 * unit);
      canvas.fill();
      canvas.stroke();
      canvas.fillStyle = colour("ink");
      canvas.fillText(text, x, y + 0.5 * unit);
    }
    canvas.restore();
  }

  // Where the picture is too small to be read, some names stand on it: of those chosen, or most asked.
  function drawNames(canvas) {
    if (network.getScale() >= SMALL) return;
    const near = ends();
    const names = drawn.nodes.filter((node) => node.group === "middle" || near.has(node.id));
    names.sort((a, b) => (b.group === "middle") - (a.group === "middle") || asked.get(b.id) - asked.get(a.id));
    for (const node of names.slice(0, 16)) {
      const { x, y } = network.getPosition(node.id);
      drawPlate(canvas, x, y, shortened(actorName(node.id)), colour(node.group === "middle" ? "accent" : `${node.group}-line`));
    }
  }

  function shortened(name) {
    return name.length > 34 ? `${name.slice(0, 33)}…` : name;
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
  }

  return {
    network,
    fit,
    zoom,
    show(ids) { shown = ids; paint(); },
    light(ids) { lit = ids; paint(); },
    // Where an arrow can be clicked, in pixels from the picture's corner.
    pointOn(id) {
      return network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.62));
    },
  };
}
