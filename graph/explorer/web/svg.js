// The picture as it stands, as SVG and as PNG.
const SAMPLES = 24; // points of a bent line

// Draws what a canvas shows anew as SVG: lines, then boxes and names, each name as text.
function svgOf(canvas) {
  const { network, scene, container } = canvas;
  canvas.settle();
  const place = (x, y) => { const { x: left, y: top } = network.canvasToDOM({ x, y }); return [left, top]; };
  const scale = network.getScale();
  const [width, height] = [container.clientWidth, container.clientHeight];
  const root = shape("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FACE });
  root.append(shape("title", {}, `${data.title} · ${data.about}`), shape("rect", { width, height, fill: colour("paper") }));
  const near = (value) => Math.round(value * 10) / 10;
  for (const edge of scene.edges) {
    const drawn = network.body.edges[edge.id];
    if (!drawn || edge.hidden) continue;
    const look = edgeStyle(drawn);
    const points = Array.from({ length: SAMPLES + 1 }, (_, step) => drawn.edgeType.getPoint(step / SAMPLES)).map(({ x, y }) => place(x, y));
    const tip = end(canvas, drawn, edge.to);
    const line_ = tip ? until(points, place(tip.x, tip.y)) : points;
    root.append(shape("polyline", {
      points: line_.map((point) => point.map(near).join(",")).join(" "), fill: "none", stroke: look.colour, "stroke-opacity": look.opacity,
      "stroke-width": near(look.width * scale), "stroke-dasharray": look.dashes ? look.dashes.map((part) => near(part * scale)).join(" ") : undefined,
    }));
    if (edge.arrow !== false) root.append(arrowhead(line_, look, scale, near));
  }
  for (const node of scene.nodes) root.append(nodeShape(canvas, node, place, scale, near));
  for (const { x, y, text, size, opacity } of canvas.names) {
    const [left, top] = place(x, y);
    root.append(shape("text", { x: near(left), y: near(top + size * scale * 0.85), "font-size": near(size * scale), "text-anchor": "middle", fill: colour("ink"), opacity }, text));
  }
  for (const plate of canvas.plates) {
    const [[left, top], [right, bottom]] = [place(plate.left, plate.top), place(plate.right, plate.bottom)];
    root.append(shape("rect", { x: near(left), y: near(top), width: near(right - left), height: near(bottom - top), rx: 5, fill: colour("surface"), stroke: colour("ink") }));
    const middle = { x: near((left + right) / 2), y: near((top + bottom) / 2 + 4) };
    root.append(shape("text", { ...middle, "font-size": 13, "text-anchor": "middle", fill: colour("ink") }, plate.words));
  }
  return root;
}

function edgeStyle(drawn) {
  const { color, dashes, width } = drawn.options;
  return { colour: color.color, opacity: color.opacity, width, dashes: Array.isArray(dashes) ? dashes : null };
}

// Where a line meets the box that it leads to.
function end(canvas, drawn, id) {
  const box = boxOfNode(canvas.network, id);
  for (let step = SAMPLES * 4; step > 0; step -= 1) {
    const point = drawn.edgeType.getPoint(step / (SAMPLES * 4));
    if (point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) return point;
  }
  return null;
}

function until(points, tip) {
  const length = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);
  const start = points[0];
  return [...points.filter((point) => length(point, start) < length(tip, start)), tip];
}

function arrowhead(points, look, scale, near) {
  const [x, y] = points[points.length - 1];
  const [a, b] = points[Math.max(0, points.length - 3)];
  const angle = Math.atan2(y - b, x - a);
  const long = (8 + 1.6 * look.width) * scale * 1.1;
  const corner = (turn) => [x - long * Math.cos(angle + turn), y - long * Math.sin(angle + turn)];
  const corners = [[x, y], corner(0.42), corner(-0.42)];
  return shape("polygon", { points: corners.map((one) => one.map(near).join(",")).join(" "), fill: look.colour, "fill-opacity": look.opacity });
}

function nodeShape(canvas, node, place, scale, near) {
  const drawn = canvas.network.body.nodes[node.id];
  const { color, opacity, font, shapeProperties } = drawn.options;
  const group = shape("g", { opacity });
  const [x, y] = place(drawn.x, drawn.y);
  if (node.dot) {
    group.append(shape("circle", { cx: near(x), cy: near(y), r: near(node.dot * scale), fill: color.background, stroke: color.border }));
    return group; // its name is drawn apart
  }
  const box = boxOfNode(canvas.network, node.id);
  const [[left, high], [right, low]] = [place(box.left, box.top), place(box.right, box.bottom)];
  group.append(shape("rect", {
    x: near(left), y: near(high), width: near(right - left), height: near(low - high), rx: near(shapeProperties.borderRadius * scale),
    fill: color.background, stroke: color.border, "stroke-dasharray": shapeProperties.borderDashes ? "4 3" : undefined,
  }));
  const lines = String(node.label || "").split("\n");
  const size = font.size * scale;
  const top = y - (lines.length * size) / 2;
  lines.forEach((words, rank) => {
    if (words) group.append(shape("text", { x: near(x), y: near(top + size * (rank + 0.82)), "font-size": near(size), "text-anchor": "middle", fill: font.color }, words));
  });
  return group;
}

function saveSvg(canvas, name) {
  const text = new XMLSerializer().serializeToString(svgOf(canvas));
  download(`${name}.svg`, new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" }));
}

// On paper, not on nothing: what vis draws has no ground.
function savePng(canvas, name) {
  canvas.settle();
  const drawn = canvas.container.querySelector("canvas");
  const sheet = make("canvas", { width: drawn.width, height: drawn.height });
  const pen = sheet.getContext("2d");
  pen.fillStyle = colour("paper");
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(drawn, 0, 0);
  sheet.toBlob((blob) => download(`${name}.png`, blob), "image/png");
}
