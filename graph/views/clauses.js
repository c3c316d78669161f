// The panel: the words of the acts behind an arrow or an actor, with what was read in them marked.
const BATCH = 40;

// The pieces of a text between the ends of its marks, each with the roles that cover it.
function pieces(text, marks) {
  const ends = new Set([0, text.length]);
  for (const [start, end] of marks) ends.add(start).add(end);
  const cuts = [...ends].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  const found = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const roles = marks.filter(([start, end]) => start <= cuts[i] && cuts[i + 1] <= end);
    found.push([text.slice(cuts[i], cuts[i + 1]), [...new Set(roles.map((mark) => data.roles[mark[2]]))]]);
  }
  return found;
}

function passage([number, marks], own) {
  const paragraph = data.paragraphs[number];
  const found = make("p", { class: own || !paragraph.label ? "passage" : "passage item" });
  if (!own && paragraph.label) found.append(make("b", { class: "label" }, paragraph.label));
  for (const [text, roles] of pieces(paragraph.text, marks)) {
    const said = roles.filter((role) => role !== "clause").join(", ");
    found.append(make("span", { class: roles.join(" ") || undefined, title: said || undefined }, text));
  }
  return found;
}

function source(act) {
  const document_ = data.documents[act.document];
  const label = data.paragraphs[act.passages[0][0]].label;
  const title = make("h3", {});
  if (document_.href.startsWith("https://undocs.org/")) {
    title.append(make("a", { href: document_.href, rel: "noopener noreferrer external", title: "The official document" }, act.document));
  } else {
    title.append(make("span", {}, act.document));
  }
  title.append(make("span", { class: "label" }, label));
  if (document_.date) title.append(make("time", { datetime: document_.date }, day(document_.date)));
  return title;
}

function facts(act) {
  const list = make("ul", { class: "facts" });
  list.append(make("li", {}, line(act.force), forceName(act.force)));
  if (data.documents[act.document].kind === "draft") list.append(make("li", { class: "due" }, "draft"));
  for (const modality of act.modality) list.append(make("li", {}, modality));
  for (const due of act.due) list.append(make("li", { class: "due" }, `due ${day(due)}`));
  for (const until of act.until) list.append(make("li", { class: "due" }, `until ${day(until)}`));
  return list;
}

function clause(act) {
  const found = make("article", { "data-act": act.id }, source(act), facts(act));
  act.passages.forEach((one, rank) => found.append(passage(one, rank === 0)));
  if (act.certainty < 1) {
    const why = act.doubts.length ? `: ${act.doubts.join("; ")}` : "";
    found.append(make("p", { class: "doubt" }, `Read with certainty ${act.certainty}${why}.`));
  }
  return found;
}

// Shows acts, some at a time.
function showClauses(title, subject, acts) {
  byId("chosen").textContent = title;
  byId("subject").textContent = subject;
  byId("back").hidden = false;
  byId("roles").hidden = false;
  const box = byId("clauses");
  box.replaceChildren();
  inParts(box, acts, (act) => box.append(clause(act)));
  box.scrollTop = 0;
}

// Adds many things some at a time, with a button for the next.
function inParts(box, things, add) {
  let shown = 0;
  const more = make("button", { type: "button", class: "more", click: next });
  function next() {
    more.remove();
    things.slice(shown, shown + BATCH).forEach(add);
    shown = Math.min(shown + BATCH, things.length);
    more.textContent = `Show more (${things.length - shown} left)`;
    if (shown < things.length) box.append(more);
  }
  next();
}

// Shows what the picture is about, and the actors that most is asked of.
function showOverview(edges, choose) {
  const acts = new Set(edges.flatMap((edge) => edge.acts));
  const asked = new Map();
  for (const edge of edges) {
    const seen = asked.get(edge.to) || new Set();
    edge.acts.forEach((act) => seen.add(act));
    asked.set(edge.to, seen);
  }
  const order = [...asked].sort((a, b) => b[1].size - a[1].size || actorName(a[0]).localeCompare(actorName(b[0]), "en"));
  byId("chosen").textContent = `${plural(acts.size, "act", "acts")}, ${plural(order.length, "actor", "actors")}`;
  byId("subject").textContent = "Choose an arrow or an actor to read the words behind it.";
  byId("back").hidden = true;
  byId("roles").hidden = true;
  const list = make("ul", { class: "list" });
  const box = byId("clauses");
  box.replaceChildren(list);
  inParts(box, order, ([key, seen]) => {
    const button = make("button", { type: "button", click: () => choose(key) },
      make("span", {}, actorName(key)), make("span", { class: "number" }, plural(seen.size, "act", "acts")));
    list.append(make("li", {}, button));
  });
}

function drawRoles() {
  const used = new Set(data.acts.flatMap((act) => act.passages.flatMap((one) => one[1].map((mark) => data.roles[mark[2]]))));
  byId("roles").append("Marked ");
  for (const role of ["verb", "addressee", "target", "action", "object", "time", "instrument"]) {
    if (used.has(role)) byId("roles").append(make("span", { class: role }, role), " ");
  }
}
