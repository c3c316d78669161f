// How the things of a scene look in vis: a form, which vis takes in slowly, and a dress, which is put on in place.
//
// A look is { id, form, key, dress }: two looks of one key have the same form. A node's has its place beside it.
const DENSE = 60; // lines beyond which thick ones hide others
const CORNERS = { states: 3, un: 16, organizations: 8, others: 5, middle: 4, folded: 10, document: 2 };

// A node; `near` says that it stands out.
function nodeLook(node, near, tint) {
  const group = node.middle ? "accent" : node.tone;
  const edge = tint(node.middle ? "accent" : node.known === false ? "muted" : `${node.tone}-line`);
  const fill = tint(node.dot && !node.middle ? `${node.tone}-line` : group);
  const chosen = { background: fill, border: tint("ink") };
  const dress = {
    hidden: node.hidden === true, physics: node.hidden !== true, opacity: node.middle || near ? 1 : 0.4,
    color: { background: fill, border: edge, highlight: chosen, hover: chosen }, borderWidth: node.dot ? 1.6 : 1.2,
  };
  if (node.dot) return { id: node.id, x: node.x, y: node.y, key: "dot", form: { shape: "dot", label: undefined, borderWidthSelected: 2.4 }, dress: { ...dress, size: node.dot } };
  const margin = node.middle ? 13 : 7;
  const ink = tint(node.middle ? "on-accent" : "ink");
  const dashed = node.known === false && !node.middle;
  const least = node.width && node.middle ? node.width - 2 * margin : 26;
  const form = {
    shape: "box", label: node.label, margin, widthConstraint: { minimum: least }, borderWidthSelected: 2.4,
    shapeProperties: { borderRadius: CORNERS[node.middle ? "middle" : node.tone] ?? 5, borderDashes: dashed ? [4, 3] : false },
    font: { face: FACE, size: node.middle ? BIG : LETTER, color: ink, multi: false },
  };
  return { id: node.id, x: node.x, y: node.y, key: `box ${margin} ${least} ${dashed} ${ink} ${node.tone} ${node.label}`, form, dress };
}

// A line; `lit` are the ids of those that stand out, or null; `bend` is how it is bent, or undefined.
function edgeLook(edge, bend, lit, dense, tint) {
  const strong = lit && lit.has(edge.id);
  const tone = forceTone(edge.force, tint);
  const pattern = edge.force < 0 ? [] : data.forces[edge.force][2];
  return {
    id: edge.id,
    key: `${edge.from} ${edge.to} ${edge.arrow} ${bend ? bend.roundness + bend.type : ""}`,
    form: { from: edge.from, to: edge.to, smooth: bend || { enabled: false }, arrows: { to: { enabled: edge.arrow !== false, scaleFactor: 0.55 } }, physics: edge.spring !== false },
    dress: {
      hidden: edge.hidden === true, dashes: pattern.length ? pattern : false,
      width: (dense ? 1 + (edge.width - 1) * 0.45 : edge.width) + (strong ? 0.8 : 0),
      color: { color: tone, highlight: tone, hover: tone, inherit: false, opacity: lit && !strong ? 0.1 : edge.faint ? 0.5 : 1 },
    },
  };
}

function forceTone(force, tint) {
  return tint(force < 0 ? "link" : data.forces[force][0]);
}

// Several lines between two nodes are bent apart: how, by the lines' ids.
function bends(edges) {
  const beside = new Map();
  for (const edge of edges) {
    const ends = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const group = beside.get(ends);
    if (group) group.push(edge);
    else beside.set(ends, [edge]);
  }
  const found = new Map();
  for (const group of beside.values()) {
    if (group.length === 1) continue;
    group.forEach((edge, rank) => {
      const bend = (rank - (group.length - 1) / 2) * (edge.from < edge.to ? 1 : -1);
      if (bend) found.set(edge.id, { enabled: true, roundness: Math.min(0.4, 0.11 * Math.abs(bend)), type: bend > 0 ? "curvedCW" : "curvedCCW" });
    });
  }
  return found;
}

// Tells a set of vis, whose `things` are drawn, what is new or has another form; the others are dressed in place. What is
// gone is taken out, or, where much is drawn, only hidden: vis makes a thing a hundred times slower than it shows it
// again. Returns whether something is hidden or shown that was not.
function renew(set, keys, things, looks, hide) {
  const told = [];
  const kept = new Set();
  let turned = false;
  for (const look of looks) {
    const thing = things[look.id];
    kept.add(look.id);
    if (thing && keys.get(look.id) === look.key) {
      turned ||= thing.options.hidden !== look.dress.hidden;
      Object.assign(thing.options, look.dress);
      if (thing.shape) thing.shape.refreshNeeded = true;
    } else {
      keys.set(look.id, look.key);
      told.push({ id: look.id, ...look.form, ...look.dress, ...(look.x === undefined ? {} : { x: look.x, y: look.y }) });
    }
  }
  if (told.length) set.update(told);
  const gone = [...keys.keys()].filter((id) => !kept.has(id));
  if (!hide) {
    gone.forEach((id) => keys.delete(id));
    if (gone.length) set.remove(gone);
    return turned;
  }
  for (const id of gone) {
    const { options } = things[id];
    turned ||= !options.hidden;
    Object.assign(options, { hidden: true, physics: false });
  }
  return turned;
}
