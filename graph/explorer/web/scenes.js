// What the pictures are made of: lines and dots, and the map and the picture of those asked together.
//
// A scene is made of `now`, { state, selection, edges }; `tell` says a line on what it shows.
// Dots beyond which they stand still. Measured on 22 November 2026 in a Chromium without a graphics card: of 300, a frame takes 30 ms
// of a processor, of 500 it takes 36, of 800 already 51; all come to rest within 42 frames.
const MOVING = 500;
const DRAWN = 2000; // dots beyond which those of whom least is asked are folded, by kind or community
const WIDEST = 6; // pixels of an arrow: more hides the boxes that it passes

function width(acts) {
  return Math.min(WIDEST, 1.4 + 1.1 * (acts - 1) ** 0.6);
}

function drawnEdge(edge) {
  const words = { pair: "", force: forceName(edge.force).toLowerCase(), verb: data.verbs[edge.verb] }[edge.by];
  const said = !words ? plural(edge.acts.length, "act", "acts") : edge.acts.length > 1 ? `${words} (${number(edge.acts.length)})` : words;
  return { ...edge, width: width(edge.acts.length), words: said };
}

function dot(actor, asked, place, asker) {
  const [x, y] = place || [undefined, undefined];
  return {
    id: actor, x, y, label: within(actorName(actor), 28), hint: `${actorName(actor)}: ${plural(asked, "act", "acts")}`,
    tone: data.groups[derived.actorGroup[actor]][0], known: Boolean(data.actors.known[actor]), middle: asker, dot: asker ? 16 : Math.min(22, 4 + 1.6 * Math.sqrt(asked)),
  };
}

function placeOf(actor) {
  const { x, y } = data.actors;
  return x[actor] === null ? null : [x[actor], y[actor]];
}

// The most asked actors, as dots with places, and what is told of those left out. Who asks most stands in the middle,
// where the lines to the others cover each other least.
function dots(now) {
  const order = mostAsked(now.edges);
  const asking = new Map();
  for (const edge of now.edges) asking.set(edge.from, (asking.get(edge.from) || 0) + edge.acts.length);
  const [first] = [...asking.keys()].sort((a, b) => asking.get(b) - asking.get(a) || a - b);
  const placed = order.filter(([actor]) => placeOf(actor));
  const kept = placed.slice(0, DRAWN);
  const nodes = kept.map(([actor, asked]) => dot(actor, asked, actor === first ? [0, 0] : placeOf(actor), asking.has(actor)));
  const folded = [...placed.slice(DRAWN), ...order.filter(([actor]) => !placeOf(actor))];
  const there = new Set(kept.map(([actor]) => actor));
  const askers = [...asking.keys()].filter((actor) => !there.has(actor));
  return { nodes, askers, first, folded };
}

function mapScene(now, tell) {
  const { nodes, askers, first, folded } = dots(now);
  askers.forEach((actor, rank) => nodes.push({ ...dot(actor, 1, actor === first ? [0, 0] : placeOf(actor) || [0, (rank + 1) * 60], true), label: actorName(actor) }));
  const there = new Set(nodes.map((node) => node.id));
  const pairs = edgesOf(now.selection, now.state.relation, "pair");
  const edges = pairs.filter((edge) => there.has(edge.from) && there.has(edge.to)).map((edge) => ({ ...drawnEdge(edge), width: Math.min(4, 0.7 + 0.25 * Math.sqrt(edge.acts.length)), faint: true, spring: false }));
  tellFolded(folded, nodes.length, tell);
  // No line is a spring: all of them would pull the dots to the asker, out of the places that say who is asked with whom.
  return { nodes, edges, scale: null, moving: nodes.length <= MOVING && !reduced() };
}

// Folded actors stand there as their kinds, to be opened.
function tellFolded(folded, drawn, tell) {
  if (!folded.length) {
    tell(`${number(drawn)} actors; the size says how much is asked of each`);
    return;
  }
  const kinds = new Map();
  for (const [actor] of folded) kinds.set(data.actors.kind[actor], (kinds.get(data.actors.kind[actor]) || 0) + 1);
  const words = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, many]) => `${data.kinds[kind][1]} (${number(many)})`);
  tell(`${number(drawn)} actors; folded, as least is asked of them: ${words.join(", ")}`);
  byId("which").append(" ", button("By kind", () => app.go({ mode: "kinds" }), { class: "plain" }), " ", button("By community", () => app.go({ mode: "communities" }), { class: "plain" }));
}

function reduced() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function togetherScene(now, tell) {
  const { nodes, folded } = dots(now);
  const there = new Set(nodes.map((node) => node.id));
  const ties = new Map();
  const kept = [];
  // The strongest ties of each: all of them would be one grey cloud.
  for (const pair of together(now.edges)) {
    if (!there.has(pair.from) || !there.has(pair.to)) continue;
    const few = Math.min(ties.get(pair.from) || 0, ties.get(pair.to) || 0);
    if (few >= 4 || (pair.shared.length < 2 && !pair.alone && few >= 1)) continue;
    for (const one of [pair.from, pair.to]) ties.set(one, (ties.get(one) || 0) + 1);
    kept.push(pair);
  }
  const edges = kept.map((pair) => ({
    id: `${pair.from} ${pair.to}`, from: pair.from, to: pair.to, force: NONE, arrow: false, width: Math.min(WIDEST, 0.6 + 0.5 * Math.sqrt(pair.shared.length)), faint: true,
    words: plural(pair.shared.length, ...(pair.alone ? ["act", "acts"] : ["text", "texts"])), pair,
  }));
  tellFolded(folded, nodes.length, tell);
  const same = kept[0]?.alone ? "acts" : "texts";
  byId("which").prepend(edges.length ? `A line: the same ${same} ask something of both; the strongest four of each. ` : "No two are asked something together. ");
  return { nodes, edges, scale: null, moving: nodes.length <= MOVING && !reduced() };
}
