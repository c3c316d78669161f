// Arrows put together: one an asker, addressee and verb, or one a pair of actors.
//
// An edge: { id, from, to, verb (NONE for a pair), force (the strongest), acts: [], verbs: Set }.

// The edges of a selection. `by` is "verb" or "pair".
function edgesOf(selection, relation, by = "verb") {
  const { arrows, acts } = data;
  const { lineArrow } = derived;
  const wanted = data.relations.indexOf(relation);
  const found = new Map();
  const [actors, verbs] = [data.actors.id.length, data.verbs.length];
  for (let line_ = 0; line_ < lineArrow.length; line_ += 1) {
    const arrow = lineArrow[line_];
    if (arrow < 0 || !selection.lines[line_] || arrows.relation[arrow] !== wanted) continue;
    const act = arrows.act[arrow];
    const [from, to, verb] = [acts.issuer[act], arrows.actor[arrow], acts.verb[act]];
    const key = (from * actors + to) * (verbs + 1) + (by === "verb" ? verb : verbs);
    let edge = found.get(key);
    if (!edge) {
      edge = { id: edgeKey(from, to, by === "verb" ? verb : NONE), from, to, verb: by === "verb" ? verb : NONE, force: acts.force[act], acts: [] };
      found.set(key, edge);
    }
    edge.force = Math.min(edge.force, acts.force[act]);
    if (edge.acts[edge.acts.length - 1] !== act) edge.acts.push(act);
  }
  return [...found.values()];
}

// How an edge is called in an address.
function edgeKey(from, to, verb) {
  const { id } = data.actors;
  return verb === NONE ? `${id[from]}>${id[to]}` : `${id[from]}>${id[to]}:${data.verbs[verb]}`;
}

function edgeOf(key, selection, relation) {
  const verb = key.includes(":");
  return edgesOf(selection, relation, verb ? "verb" : "pair").find((edge) => edge.id === key);
}

// Acts of edges, each once, in the order of the text.
function actsOf(edges) {
  return [...new Set(edges.flatMap((edge) => edge.acts))].sort((a, b) => a - b);
}

// How many acts of a selection ask something of each actor: [actor, acts], most asked first.
function mostAsked(edges) {
  const asked = new Map();
  for (const edge of edges) {
    if (!asked.has(edge.to)) asked.set(edge.to, new Set());
    edge.acts.forEach((act) => asked.get(edge.to).add(act));
  }
  return [...asked].map(([actor, acts]) => [actor, acts.size])
    .sort((a, b) => b[1] - a[1] || actorName(a[0]).localeCompare(actorName(b[0]), "en"));
}

// Pairs of actors that the same texts address: [{ from, to, documents: [] }], most in common first.
function together(edges) {
  const groups = new Map();
  for (const edge of edges) {
    for (const act of edge.acts) {
      const document_ = derived.document[act];
      if (!groups.has(document_)) groups.set(document_, new Set());
      groups.get(document_).add(edge.to);
    }
  }
  const size = data.actors.id.length;
  const found = new Map();
  for (const [document_, there] of groups) {
    const sorted = [...there].sort((a, b) => a - b);
    for (let one = 0; one < sorted.length; one += 1) {
      for (let other = one + 1; other < sorted.length; other += 1) {
        const key = sorted[one] * size + sorted[other];
        const pair = found.get(key);
        if (pair) pair.documents.push(document_);
        else found.set(key, { from: sorted[one], to: sorted[other], documents: [document_] });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.documents.length - a.documents.length || a.from - b.from || a.to - b.to);
}
