// A picture that vis-network draws: boxes or dots, lines between them, and the words on the lines that stand out.
//
// A scene is { name, nodes, edges, scale, moving, lit }; scenes of one name have their things in common.
//   node: { id, x, y, label, tone, known, middle, dot, hint, width, hidden }: `tone` is a group of actors, "middle",
//         "folded" or "document"; `dot` its radius, where it is a dot with its name beside it.
//   edge: { id, from, to, force or NONE, width, words, hidden, arrow, faint, spring }
// `scale` null fits all of it into the room there is; `moving` lets the simulation run.
const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false, randomSeed: 1 },
  interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, zoomView: false, tooltipDelay: 150, hideEdgesOnDrag: true },
  nodes: { shape: "box", borderWidth: 1, labelHighlightBold: false, margin: 7 },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.55 } }, arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 0 },
};
const MUCH = 120; // nodes beyond which those that go are only hidden
const LARGEST_FIT = 1.1; // scale in which few things are shown whole

function createCanvas(container, handlers) {
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  const keys = { nodes: new Map(), edges: new Map() }; // of the form that vis has of each thing
  const network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, OPTIONS);
  const words = createWords(container, network, tint);
  const move = createMoves(network, () => scene.edges.length > MUCH);
  let scene = { nodes: [], edges: [], scale: null, moving: false };
  let byNode = new Map();
  let under = null; // id of the line under the mouse
  let over = null; // id of the node under the mouse
  let lit = null; // ids of the lines that stand out, or null where all are alike
  let colours = {};
  let painted = ""; // name of the scene that was painted last
  let waits = false; // whether something is not drawn yet
  let short = false; // whether the lines drawn next end where their arrows stood before

  function tint(name) {
    return (colours[name] ??= colour(name));
  }

  // vis draws all at each of the changes that it is told; all of them together are drawn once, in the next frame.
  function atOnce(change) {
    const { emitter } = network.body;
    emitter.emit("_blockRedraw");
    change();
    emitter.emit("_allowRedraw");
    emitter.emit("_requestRedraw");
    waits = true;
  }

  // Draws now what the next frame would: who asks for places must get those that are shown.
  function settle() {
    if (waits) network.redraw();
  }

  function paint() {
    const ends = new Set();
    for (const edge of scene.edges) if (lit ? lit.has(edge.id) : !edge.hidden) ends.add(edge.from).add(edge.to);
    const shown = scene.edges.filter((edge) => !edge.hidden);
    const bent = bends(shown);
    const dense = shown.length > DENSE;
    const nodes = scene.nodes.map((node) => nodeLook(node, !scene.edges.length || ends.has(node.id), tint));
    const edges = scene.edges.map((edge) => edgeLook(edge, bent.get(edge.id), lit, dense, tint));
    const much = keys.nodes.size > MUCH && scene.name === painted;
    const { body } = network;
    if (!much) renew(edgeSet, keys.edges, body.edges, edges.filter((look) => keys.edges.get(look.id) === look.key), false);
    const turned = renew(nodeSet, keys.nodes, body.nodes, nodes, much);
    if (renew(edgeSet, keys.edges, body.edges, edges, much) || turned) body.emitter.emit("_dataChanged");
    painted = scene.name;
    words.of(scene, lit);
  }

  // Things stand where the scene says; while they move, that is where they start.
  function place(before) {
    for (const node of scene.nodes) {
      const was = scene.moving ? before.get(node.id) : undefined;
      if (node.x === undefined || (was && was.x === node.x && was.y === node.y)) continue;
      Object.assign(network.body.nodes[node.id], { x: node.x, y: node.y });
    }
  }

  function light(ids) {
    lit = ids;
    atOnce(paint);
  }

  function fit() {
    const { clientWidth, clientHeight } = container;
    if (scene.scale !== null) network.moveTo({ position: { x: 0, y: 0 }, scale: scene.scale, animation: false });
    else if (scene.nodes.length > MUCH && clientWidth && scene.nodes.every((node) => node.dot)) fitDots(clientWidth, clientHeight);
    else network.fit({ animation: false, maxZoomLevel: LARGEST_FIT });
  }

  // As vis fits, which would measure each dot anew, though how large it is has been said.
  function fitDots(width, height) {
    const [low, high] = [{ x: Infinity, y: Infinity }, { x: -Infinity, y: -Infinity }];
    for (const { id, dot: reach } of scene.nodes) {
      for (const axis of ["x", "y"]) {
        const at = network.body.nodes[id][axis];
        low[axis] = Math.min(low[axis], at - reach);
        high[axis] = Math.max(high[axis], at + reach);
      }
    }
    const scale = Math.min(LARGEST_FIT, width / (1.1 * (high.x - low.x)), height / (1.1 * (high.y - low.y)));
    network.moveTo({ position: { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 }, scale, animation: false });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
  }

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
  network.on("afterDrawing", (pen) => {
    waits = false;
    words.draw(pen, under, byNode.get(over));
    // vis draws lines up to where arrows began in the frame before: once things have moved, it takes a second one.
    if (short) network.body.emitter.emit("_requestRedraw");
    short = false;
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => {
    colours = {};
    atOnce(paint);
  };
  dark.addEventListener("change", recolour);
  container.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && scene.scale !== null) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });

  return {
    network,
    container,
    fit,
    zoom,
    light,
    get scene() { return scene; },
    get plates() { return words.plates; },
    get names() { return words.names; },
    settle,
    // Shows a scene; `keep` leaves the view where it is.
    draw(next, keep = false) {
      const before = byNode;
      scene = next;
      byNode = new Map(scene.nodes.map((node) => [node.id, node]));
      lit = next.lit || null;
      under = over = null;
      short = true;
      atOnce(() => {
        paint();
        place(before);
        if (!keep) fit();
        move(scene.moving);
      });
    },
    destroy() {
      dark.removeEventListener("change", recolour);
      network.destroy();
    },
    // Where a line can be clicked, in pixels from the picture's corner.
    pointOn(id) {
      settle();
      const covers = ({ x, y }) => scene.nodes.some((node) => {
        const { left, top, right, bottom } = boxOfNode(network, node.id);
        return left - 4 <= x && x <= right + 4 && top - 4 <= y && y <= bottom + 4;
      });
      const points = [0.62, 0.55, 0.69, 0.48, 0.76, 0.41].map((share) => network.body.edges[id].edgeType.getPoint(share));
      return network.canvasToDOM(points.find((point) => !covers(point)) || points[0]);
    },
    // The boxes of nodes, and the plates with words, in pixels from the picture's corner.
    taken() {
      settle();
      const all = [...scene.nodes.map((node) => [node.id, boxOfNode(network, node.id)]), ...words.plates.map((box) => ["", box])];
      return all.map(([key, { left, top, right, bottom }]) => {
        const [low, high] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
        return { key, left: low.x, top: low.y, right: high.x, bottom: high.y };
      });
    },
  };
}
