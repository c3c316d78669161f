// Actors folded into groups around those who ask: kinds, or communities of those whom the same texts address.
//
// A grouping: `of(actor)` is its group or NONE, `key` and `name` are a group's, `what` a node's id begins with. Open
// are the groups whose keys stand in the address.
const GROUPINGS = {
  kinds: {
    what: "kind", one: "kind", many: "kinds",
    of: (actor) => data.actors.kind[actor], key: (group) => data.kinds[group][0], name: (group) => data.kinds[group][1],
  },
  communities: {
    what: "community", one: "community", many: "communities",
    of: (actor) => data.actors.community[actor],
    key: (group) => (group < 0 ? "" : data.communities[group][0]), name: (group) => (group < 0 ? "in no community" : data.communities[group][1]),
  },
};
const OPEN = 40; // actors of an open group that are drawn, the most asked
const BOXES = 14; // groups beyond which they are dots: so many boxes would be too small to be read
const SAID = 12; // folded groups that are all named in words; of more, the largest few

function openGroups(state) {
  return new Set(state.open ? state.open.split("~").map((key) => (key === "-" ? "" : key)) : []);
}

// What the address says when a group is opened.
function withGroup(state, key) {
  return [...openGroups(state).add(key)].map((one) => one || "-").join("~");
}

function groupsScene(now, tell, grouping) {
  const opened_ = openGroups(now.state);
  const order = mostAsked(now.edges);
  const askers = [...new Set(now.edges.map((edge) => edge.from))].slice(0, ASKERS);
  const groups = new Map();
  for (const [actor, many] of order) {
    const group = grouping.of(actor);
    if (groups.has(group)) groups.get(group).push([actor, many]);
    else groups.set(group, [[actor, many]]);
  }
  const toneOf = (members) => derived.actorGroup[members[0][0]];
  const sorted = [...groups].sort((a, b) => toneOf(a[1]) - toneOf(b[1]) || b[1].length - a[1].length);
  const nodes = askers.map((actor, rank) => ({ id: actor, x: 0, y: rank * 70 - (askers.length - 1) * 35, label: actorName(actor), middle: true, tone: "un", known: true }));
  const where = new Map(); // of each actor: the node that stands for it
  const asDots = sorted.length > BOXES;
  sorted.forEach(([group, members], rank) => {
    const angle = (2 * Math.PI * rank) / sorted.length - Math.PI / 2;
    const reach = asDots && rank % 2 ? 0.72 : 1; // dots on two rings, so that there is room for their names
    const place = [310 * reach * Math.cos(angle), 215 * reach * Math.sin(angle)];
    drawGroup({ grouping, group, members, place, asDots, isOpen: opened_.has(grouping.key(group)) }, nodes, where);
  });
  if (sorted.length) tell(foldedWords(grouping, sorted.filter(([group]) => !opened_.has(grouping.key(group)))));
  if (opened_.size) byId("which").append(" ", button("Fold all", () => app.go({ open: "", chosen: "", act: "" }), { class: "plain" }));
  return { nodes, edges: groupEdges(now, askers, where), scale: null, moving: false };
}

function foldedWords(grouping, folded) {
  if (!folded.length) return "Nothing is folded.";
  const named = [...folded].sort((a, b) => b[1].length - a[1].length).map(([group, members]) => `${shortName(grouping, group)} (${number(members.length)})`);
  const said = named.length > SAID ? `${plural(named.length, grouping.one, grouping.many)}: ${named.slice(0, 3).join(", ")} and ${number(named.length - 3)} smaller ones` : named.join(", ");
  return `Folded: ${said}. A click opens one.`;
}

// A community is called after its first member where there is little room.
function shortName(grouping, group) {
  return grouping.what === "kind" || group < 0 ? grouping.name(group) : `${grouping.name(group).split(", ")[0]} and others`;
}

// A folded group is a box; an open one dots around its place, and a box for those that there is no room for.
function drawGroup({ grouping, group, members, place: [x, y], asDots, isOpen }, nodes, where) {
  const id = `${grouping.what}:${grouping.key(group)}`;
  const tone = data.groups[derived.actorGroup[members[0][0]]][0];
  const name = wrapped(grouping.name(group), LETTER, 150, 3);
  if (!isOpen) {
    const look = asDots
      ? { dot: 5 + 2 * Math.sqrt(members.length), label: members.length > 1 ? `${within(actorName(members[0][0]), 24)} +${number(members.length - 1)}` : within(actorName(members[0][0]), 28) }
      : { label: `${name}\n${plural(members.length, "actor", "actors")}` };
    nodes.push({ id, x, y, tone, known: true, ...look, hint: `${within(grouping.name(group), 60)}: a click opens it` });
    for (const [actor] of members) where.set(actor, id);
    return;
  }
  members.slice(0, OPEN).forEach(([actor, many], rank) => {
    const turn = rank * 2.4; // the golden angle: a spiral without gaps
    const reach = 46 * Math.sqrt(rank + 0.5);
    nodes.push(dot(actor, many, [x * 1.9 + reach * Math.cos(turn), y * 1.9 + reach * Math.sin(turn)], false));
    where.set(actor, actor);
  });
  if (members.length <= OPEN) return;
  nodes.push({ id, x: x * 1.2, y: y * 1.2, tone, known: true, label: `${number(members.length - OPEN)} more:\n${name}` });
  for (const [actor] of members.slice(OPEN)) where.set(actor, id);
}

// An arrow an asker and node, in the colour of the force that is most frequent.
function groupEdges(now, askers, where) {
  const found = new Map();
  for (const edge of now.edges) {
    const to = where.get(edge.to);
    if (to === undefined || to === edge.from || !askers.includes(edge.from)) continue;
    const id = `${edge.from}>${to}`;
    const sum = found.get(id) || { id, from: edge.from, to, forces: data.forces.map(() => 0), acts: new Set() };
    sum.forces[edge.force] += edge.acts.length;
    edge.acts.forEach((act) => sum.acts.add(act));
    found.set(id, sum);
  }
  return [...found.values()].map((edge) => ({ ...edge, force: edge.forces.indexOf(Math.max(...edge.forces)), width: Math.min(WIDEST, 1 + 0.35 * Math.sqrt(edge.acts.size)), words: plural(edge.acts.size, "act", "acts") }));
}
