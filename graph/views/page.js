// Puts the parts together: what is chosen, which forces are shown, what is looked for.
const RANKS = Object.keys(data.forces);
const edges = drawn.edges.map((edge, number) => {
  const acts = data.edges[number];
  return { ...edge, number, acts, first: acts[0], rank: RANKS.length - RANKS.indexOf(edge.force) };
});
const byEdge = new Map(edges.map((edge) => [edge.id, edge]));
const off = new Set();
let query = "";

function words(edge) {
  const parts = [edge.verb, actorName(edge.from), actorName(edge.to), data.actors[edge.to].full];
  for (const number of edge.acts) {
    for (const [paragraph] of data.acts[number].passages) parts.push(data.paragraphs[paragraph].text);
  }
  return parts.join("\n").toLowerCase();
}

function visible() {
  return edges.filter((edge) => !off.has(edge.force) && (!query || (edge.words ||= words(edge)).includes(query)));
}

function acts(found) {
  return [...new Set(found.flatMap((edge) => edge.acts))].sort((a, b) => a - b).map((number) => data.acts[number]);
}

function chooseEdge(id) {
  const edge = byEdge.get(id);
  const found = edge.acts.map((number) => data.acts[number]);
  showClauses(`${actorName(edge.from)} → ${actorName(edge.to)}`,
    `${edge.verb} · ${forceName(edge.force).toLowerCase()} · ${plural(found.length, "act", "acts")}`, found);
  picture.network.unselectAll();
  picture.light(new Set([id]));
  table.mark(id);
  reach();
}

function chooseActor(key) {
  const found = visible().filter((edge) => edge.to === key || edge.from === key);
  const chosen = acts(found);
  const actor = data.actors[key];
  const about = [actor.full, actor.kind === "unknown" ? "" : actor.kind, plural(chosen.length, "act", "acts")];
  showClauses(actor.name, about.filter(Boolean).join(" · "), chosen);
  picture.light(new Set(found.map((edge) => edge.id)));
  table.mark(null);
  reach();
}

function chooseNothing() {
  showOverview(visible(), chooseActor);
  picture.network.unselectAll();
  picture.light(null);
  table.mark(null);
}

// On a narrow page the words stand below the picture: go there.
function reach() {
  if (matchMedia("(max-width: 900px)").matches) byId("panel").scrollIntoView({ block: "start" });
}

function refresh() {
  const found = visible();
  picture.show(new Set(found.map((edge) => edge.id)));
  table.show(found, edges.length);
  chooseNothing();
}

function drawForces() {
  for (const force of RANKS) {
    const number = new Set(edges.filter((edge) => edge.force === force).flatMap((edge) => edge.acts)).size;
    if (!number) continue;
    const button = make("button", { type: "button", "aria-pressed": "true" },
      line(force), forceName(force), make("span", { class: "number" }, String(number)));
    button.addEventListener("click", () => {
      if (off.has(force)) off.delete(force);
      else off.add(force);
      button.setAttribute("aria-pressed", String(!off.has(force)));
      refresh();
    });
    byId("forces").append(button);
  }
}

function drawGroups() {
  const there = new Set(drawn.nodes.map((node) => node.group));
  for (const [group, name] of Object.entries(data.groups)) {
    if (there.has(group)) byId("groups").append(make("li", {}, make("i", { class: group }), name));
  }
  if (drawn.nodes.some((node) => !node.known)) {
    byId("groups").append(make("li", {}, make("i", { class: "unknown" }), "Not in the authority file"));
  }
}

drawForces();
drawGroups();
drawRoles();
const picture = createPicture(edges, { edge: chooseEdge, actor: chooseActor, none: chooseNothing });
const table = createTable((id) => {
  chooseEdge(id);
  byId("chosen").focus();
});
byId("back").addEventListener("click", chooseNothing);
byId("closer").addEventListener("click", () => picture.zoom(1.3));
byId("farther").addEventListener("click", () => picture.zoom(1 / 1.3));
byId("whole").addEventListener("click", picture.fit);
byId("find").addEventListener("submit", (event) => event.preventDefault());
byId("query").addEventListener("input", (event) => {
  query = event.target.value.trim().toLowerCase();
  refresh();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") chooseNothing();
});
refresh();
window.obligraph = { picture, edges, chooseEdge, chooseActor };
