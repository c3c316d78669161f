// Arrows put together: one an asker, addressee and verb; or force; or one a pair of actors.
//
// An edge: { id, from, to, by, verb (NONE but by verb), force (the strongest), acts: [] }.

// The edges of a selection, found once. `by` is "verb", "force" or "pair".
function edgesOf(selection, relation, by = "verb") {
  const key = `${relation} ${by}`;
  if (!selection.edges.has(key)) selection.edges.set(key, foundEdges(selection, relation, by));
  return selection.edges.get(key);
}

function foundEdges(selection, relation, by) {
  const { arrows, acts } = data;
  const { lineArrow } = derived;
  const wanted = data.relations.indexOf(relation);
  const found = new Map();
  const actors = data.actors.id.length;
  const kinds = data.verbs.length + data.forces.length;
  for (let line_ = 0; line_ < lineArrow.length; line_ += 1) {
    const arrow = lineArrow[line_];
    if (arrow < 0 || !selection.lines[line_] || arrows.relation[arrow] !== wanted) continue;
    const act = arrows.act[arrow];
    const [from, to, verb] = [acts.issuer[act], arrows.actor[arrow], acts.verb[act]];
    const kind = by === "verb" ? verb : by === "force" ? acts.force[act] : 0;
    const key = (from * actors + to) * kinds + kind;
    let edge = found.get(key);
    if (!edge) {
      edge = { id: edgeKey(from, to, by, kind), from, to, by, verb: by === "verb" ? verb : NONE, force: acts.force[act], acts: [] };
      found.set(key, edge);
    }
    edge.force = Math.min(edge.force, acts.force[act]);
    if (edge.acts[edge.acts.length - 1] !== act) edge.acts.push(act);
  }
  return [...found.values()];
}

// How an edge is called in an address.
function edgeKey(from, to, by, kind) {
  const ends = `${data.actors.id[from]}>${data.actors.id[to]}`;
  if (by === "pair") return ends;
  return by === "verb" ? `${ends}:${data.verbs[kind]}` : `${ends}:@${data.forces[kind][0]}`;
}

function edgeOf(key, selection, relation) {
  const by = key.includes(":@") ? "force" : key.includes(":") ? "verb" : "pair";
  return edgesOf(selection, relation, by).find((edge) => edge.id === key);
}

// Acts of edges, each once, in the order of the text.
function actsOf(edges) {
  const there = new Uint8Array(derived.acts);
  for (const edge of edges) for (const act of edge.acts) there[act] = 1;
  const found = [];
  there.forEach((one, act) => { if (one) found.push(act); });
  return found;
}

const asked = new WeakMap(); // what `mostAsked` found, by edges

// How many acts of a selection ask something of each actor: [actor, acts], most asked first.
function mostAsked(edges) {
  if (!asked.has(edges)) asked.set(edges, countAsked(edges));
  return asked.get(edges);
}

function countAsked(edges) {
  const byActor = new Map();
  for (const edge of edges) {
    const there = byActor.get(edge.to);
    if (there) there.push(edge);
    else byActor.set(edge.to, [edge]);
  }
  const last = new Int32Array(derived.acts).fill(NONE); // whom each act was counted for last
  const counted = [...byActor].map(([actor, own]) => {
    let acts = 0;
    for (const edge of own) {
      for (const act of edge.acts) {
        if (last[act] !== actor) acts += 1;
        last[act] = actor;
      }
    }
    return [actor, acts];
  });
  return counted.sort((a, b) => b[1] - a[1] || derived.nameRank[a[0]] - derived.nameRank[b[0]]);
}

// Pairs of actors that the same texts address: [{ from, to, shared: [] }], most in common first. Of one text alone, pairs
// that the same acts address: it would tie each to every other.
function together(edges) {
  const groups = new Map();
  const alone = new Set(edges.flatMap((edge) => edge.acts.map((act) => derived.document[act]))).size === 1;
  for (const edge of edges) {
    for (const act of edge.acts) {
      const unit = alone ? act : derived.document[act];
      if (!groups.has(unit)) groups.set(unit, new Set());
      groups.get(unit).add(edge.to);
    }
  }
  const size = data.actors.id.length;
  const found = new Map();
  for (const [unit, there] of groups) {
    const sorted = [...there].sort((a, b) => a - b);
    for (let one = 0; one < sorted.length; one += 1) {
      for (let other = one + 1; other < sorted.length; other += 1) {
        const key = sorted[one] * size + sorted[other];
        const pair = found.get(key);
        if (pair) pair.shared.push(unit);
        else found.set(key, { from: sorted[one], to: sorted[other], shared: [unit], alone });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.shared.length - a.shared.length || a.from - b.from || a.to - b.to);
}
