// Puts the parts together: what is chosen, which forces are shown, what is looked for.
const RANKS = Object.keys(data.forces);
const edges = drawn.edges.map((edge, number) => {
  const acts = data.edges[number];
  return { ...edge, number, acts, first: acts[0], rank: RANKS.length - RANKS.indexOf(edge.force) };
});
const byEdge = new Map(edges.map((edge) => [edge.id, edge]));
const off = new Set();
let query = "";

// The words of an act in which something is looked for, in small letters.
function words(act) {
  return (act.words ||= act.passages.map(([paragraph]) => data.paragraphs[paragraph].text).join("\n").toLowerCase());
}

// An arrow with those of its acts that have what is looked for: all, if its verb or its ends have it.
function narrowed(edge) {
  const names = [edge.verb, actorName(edge.from), actorName(edge.to), data.actors[edge.to].full].join("\n").toLowerCase();
  if (!query || names.includes(query)) return edge;
  return { ...edge, acts: edge.acts.filter((number) => words(data.acts[number]).includes(query)) };
}

function visible() {
  return edges.filter((edge) => !off.has(edge.force)).map(narrowed).filter((edge) => edge.acts.length);
}

function acts(found) {
  return [...new Set(found.flatMap((edge) => edge.acts))].sort((a, b) => a - b).map((number) => data.acts[number]);
}

function chooseEdge(id) {
  const edge = narrowed(byEdge.get(id));
  const found = edge.acts.map((number) => data.acts[number]);
  showClauses(`${actorName(edge.from)} → ${actorName(edge.to)}`,
    [...new Set([edge.verb, forceName(edge.force).toLowerCase(), plural(found.length, "act", "acts")])].join(" · "), found);
  picture.network.unselectAll();
  picture.turnTo(edge.to);
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
  picture.turnTo(key);
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

// On a narrow page the words stand below the picture: go there, and back.
function reach(id = "panel") {
  if (matchMedia("(max-width: 900px)").matches) byId(id).scrollIntoView({ block: "start" });
}

// Says which of the actors are in the picture, where it does not have all.
function showPart(part) {
  byId("part").hidden = !part;
  if (!part) return;
  const [first, last, all] = part;
  byId("which").textContent = `Around the middle: ${first}–${last} of ${all}`;
  byId("before").disabled = first === 1;
  byId("after").disabled = last === all;
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
  const there = new Set(drawn.nodes.map((node) => node.place));
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
const picture = createPicture(edges, { edge: chooseEdge, actor: chooseActor, none: chooseNothing, part: showPart });
const table = createTable((id) => {
  chooseEdge(id);
  byId("chosen").focus();
});
byId("back").addEventListener("click", () => {
  chooseNothing();
  reach("picture");
});
byId("before").addEventListener("click", () => picture.turn(-1));
byId("after").addEventListener("click", () => picture.turn(1));
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
window.obligraph = { picture, edges, chooseEdge, chooseActor, wrapped };
