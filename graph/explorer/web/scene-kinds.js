// Kinds of actors around those who ask; `unfolded` are those that are open.
function kindsScene(now, tell, unfolded, foldAll) {
  const order = mostAsked(now.edges);
  const askers = [...new Set(now.edges.map((edge) => edge.from))].slice(0, ASKERS);
  const byKind = new Map();
  for (const [actor, asked] of order) {
    const kind = data.actors.kind[actor];
    if (!byKind.has(kind)) byKind.set(kind, []);
    byKind.get(kind).push([actor, asked]);
  }
  const nodes = askers.map((actor, rank) => ({ id: actor, x: 0, y: rank * 70 - (askers.length - 1) * 35, label: actorName(actor), middle: true, tone: "un", known: true }));
  const where = new Map(); // of each actor: the node that stands for it
  const sorted = [...byKind].sort((a, b) => derived.actorGroup[a[1][0][0]] - derived.actorGroup[b[1][0][0]] || b[1].length - a[1].length);
  sorted.forEach(([kind, members], rank) => {
    const angle = (2 * Math.PI * rank) / sorted.length - Math.PI / 2;
    const [x, y] = [310 * Math.cos(angle), 215 * Math.sin(angle)];
    const tone = data.groups[derived.actorGroup[members[0][0]]][0];
    const id = `kind:${data.kinds[kind][0]}`;
    if (!unfolded.has(kind)) {
      nodes.push({ id, x, y, tone, known: true, label: `${data.kinds[kind][1]}\n${plural(members.length, "actor", "actors")}`, hint: `${data.kinds[kind][1]}: a click opens it` });
      for (const [actor] of members) where.set(actor, id);
      return;
    }
    const shown = members.slice(0, 40);
    shown.forEach(([actor, asked], place) => {
      const turn = place * 2.4; // the golden angle: a spiral without gaps
      const reach = 46 * Math.sqrt(place + 0.5);
      nodes.push(dot(actor, asked, [x * 1.9 + reach * Math.cos(turn), y * 1.9 + reach * Math.sin(turn)], false));
      where.set(actor, actor);
    });
    if (members.length > shown.length) {
      nodes.push({ id, x: x * 1.2, y: y * 1.2, tone, known: true, label: `${number(members.length - shown.length)} more:\n${data.kinds[kind][1]}` });
      for (const [actor] of members.slice(shown.length)) where.set(actor, id);
    }
  });
  const found = new Map();
  for (const edge of now.edges) {
    const to = where.get(edge.to);
    if (to === undefined || !askers.includes(edge.from)) continue;
    const key = `${edge.from}>${to}`;
    const sum = found.get(key) || { id: key, from: edge.from, to, forces: data.forces.map(() => 0), acts: new Set() };
    sum.forces[edge.force] += edge.acts.length;
    edge.acts.forEach((act) => sum.acts.add(act));
    found.set(key, sum);
  }
  // In the colour of the force that is most frequent.
  const edges = [...found.values()].filter((edge) => edge.from !== edge.to).map((edge) => ({ ...edge, force: edge.forces.indexOf(Math.max(...edge.forces)), width: Math.min(WIDEST, 1 + 0.35 * Math.sqrt(edge.acts.size)), words: plural(edge.acts.size, "act", "acts") }));
  tell(sorted.length ? `Folded: ${sorted.filter(([kind]) => !unfolded.has(kind)).map(([kind, members]) => `${data.kinds[kind][1]} (${number(members.length)})`).join(", ") || "nothing"}.${unfolded.size ? "" : " A click opens a kind."}` : "");
  if (unfolded.size) byId("which").append(" ", button("Fold all", foldAll, { class: "plain" }));
  return { nodes, edges, scale: null, moving: false };
}
