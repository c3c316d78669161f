// The words of an act, with what was read in them marked, and what is known of it.

// The pieces of a text between the ends of its marks, each with the roles that cover it.
function pieces(text, marks) {
  const ends = new Set([0, text.length]);
  for (let at = 0; at < marks.length; at += 3) ends.add(marks[at]).add(marks[at + 1]);
  const cuts = [...ends].filter((cut_) => cut_ <= text.length).sort((a, b) => a - b);
  const found = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const roles = new Set();
    for (let at = 0; at < marks.length; at += 3) {
      if (marks[at] <= cuts[i] && cuts[i + 1] <= marks[at + 1]) roles.add(data.roles[marks[at + 2]]);
    }
    found.push([text.slice(cuts[i], cuts[i + 1]), [...roles]]);
  }
  return found;
}

function marked(text, marks) {
  return pieces(text, marks).map(([words, roles]) => {
    const said = roles.filter((role) => role !== "clause").join(", ");
    return make("span", { class: roles.join(" ") || undefined, title: said || undefined }, words);
  });
}

function passage([paragraph, marks], own) {
  const name = data.paragraphs.label[paragraph];
  const found = make("p", { class: own || !name ? "passage" : "passage item" });
  if (!own && name) found.append(make("b", { class: "label" }, name));
  found.append(...marked(data.paragraphs.text[paragraph], marks));
  return found;
}

function officialLink(document_, words) {
  const href = data.documents.href[document_];
  if (!href.startsWith("https://undocs.org/")) return make("span", {}, words);
  return make("a", { href, rel: "noopener noreferrer external", title: "The official document" }, words);
}

function source(act) {
  const title = make("h3", {}, officialLink(derived.document[act], symbol(act)), make("span", { class: "label" }, label(act)));
  if (date(act)) title.append(make("time", { datetime: date(act) }, day(date(act))));
  return title;
}

function factsOf(act) {
  const { acts, documents, obligations } = data;
  const list = make("ul", { class: "facts" });
  list.append(make("li", {}, line(acts.force[act]), forceName(acts.force[act])));
  if (documents.kind[derived.document[act]] === "draft") list.append(make("li", { class: "due" }, "draft"));
  const found = new Set();
  for (let one = derived.obligationsOf[act]; one < derived.obligationsOf[act + 1]; one += 1) found.add(data.modalities[obligations.modality[one]]);
  for (const modality of [...found].sort()) list.append(make("li", {}, modality));
  for (const due of [...new Set(acts.times[act].map(([, , one]) => one).filter(Boolean))].sort()) list.append(make("li", { class: "due" }, `due ${day(due)}`));
  for (const end_ of [...new Set(acts.times[act].map(([, , , one]) => one).filter(Boolean))].sort()) list.append(make("li", { class: "due" }, `until ${day(end_)}`));
  return list;
}

function clause(act) {
  const key = actKey(act);
  const { certainty, doubts, passages } = data.acts;
  const found = make("article", { "data-act": key }, source(act), factsOf(act));
  passages[act].forEach((one, rank) => found.append(passage(one, rank === 0)));
  if (certainty[act] < 1) {
    const why = doubts[act].length ? `: ${doubts[act].join("; ")}` : "";
    found.append(make("p", { class: "doubt" }, `Read with certainty ${certainty[act]}${why}.`));
  }
  found.append(make("p", { class: "links" },
    button("In its text", () => app.go({ view: "texts", open: symbol(act), act: key }), { "aria-label": `Read ${label(act)} in its text` }),
    button("Copy citation", () => copy(citation(act), "Citation"), { "aria-label": `Copy the citation of ${label(act)}` }),
    // The identifier leads somewhere where a server answers it; else it is there to be taken along.
    data.live ? make("a", { href: `${data.live}${key}` }, "In the graph") : button("Copy identifier", () => copy(actIri(act), "Identifier"), { title: actIri(act), "aria-label": `Copy the identifier of ${label(act)} in the graph` })));
  return found;
}

function drawRoles(acts) {
  const used = new Set(acts.slice(0, 400).flatMap((act) => data.acts.passages[act].flatMap(([, marks]) => marks.filter((_, at) => at % 3 === 2))));
  const box = byId("roles");
  box.replaceChildren("Marked ");
  for (const role of ["verb", "addressee", "target", "action", "object", "time", "instrument"]) {
    if (used.has(data.roles.indexOf(role))) box.append(make("span", { class: role }, role), " ");
  }
}
