// Pieces that several views are made of.

// An act in one line: verb, label, the beginning of its words.
function actLine(act, more = {}) {
  const { acts } = data;
  return make("button", { type: "button", class: "act-line", "data-act": actKey(act), click: () => app.go({ chosen: `act:${actKey(act)}`, act: actKey(act) }), ...more },
    make("span", { class: `tag force-${data.forces[acts.force[act]][0]}` }, data.verbs[acts.verb[act]]),
    make("span", { class: "where" }, data.documents.id.length > 1 ? `${symbol(act)} ${label(act)}` : label(act)),
    make("span", { class: "excerpt" }, within(clauseText(act), 170)));
}

// How many acts have each force, as bars.
function forceBars(acts) {
  const counts = data.forces.map(() => 0);
  for (const act of acts) counts[data.acts.force[act]] += 1;
  const most = Math.max(1, ...counts);
  return make("ul", { class: "bars", "aria-label": "Acts by force" }, counts.map((many, force) => (many ? make("li", {},
    make("span", { class: "name" }, line(force), forceName(force)), shape("svg", { class: `bar force-${data.forces[force][0]}`, height: 10, preserveAspectRatio: "none", viewBox: "0 0 100 10", "aria-hidden": "true" },
      shape("rect", { width: Math.max(0.5, (many / most) * 100), height: 10 })), make("span", { class: "number" }, number(many))) : null)));
}

function verbList(acts) {
  const counts = new Map();
  for (const act of acts) counts.set(data.acts.verb[act], (counts.get(data.acts.verb[act]) || 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || data.verbs[a[0]].localeCompare(data.verbs[b[0]], "en")).slice(0, 8);
  return make("p", { class: "verbs" }, sorted.map(([verb, many]) => make("span", { class: "verb-count" }, data.verbs[verb], make("b", {}, number(many)))));
}

// Acts by year, those of each force above the other.
function yearBars(acts) {
  const years = acts.map((act) => derived.year[derived.document[act]]).filter(Boolean);
  if (new Set(years).size < 2) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const counts = new Map();
  for (const act of acts) {
    const year = derived.year[derived.document[act]];
    if (!year) continue;
    if (!counts.has(year)) counts.set(year, data.forces.map(() => 0));
    counts.get(year)[data.acts.force[act]] += 1;
  }
  const most = Math.max(...[...counts.values()].map((row) => row.reduce((a, b) => a + b)));
  const parts = [];
  for (const [year, row] of counts) {
    let high = 0;
    row.forEach((many, force) => {
      if (!many) return;
      const tall = (many / most) * 60;
      parts.push(shape("rect", { class: `force-${data.forces[force][0]}`, x: year - first + 0.1, width: 0.8, y: 60 - high - tall, height: tall }, shape("title", {}, `${year}: ${many} ${forceName(force).toLowerCase()}`)));
      high += tall;
    });
  }
  const words = [...counts].sort((a, b) => a[0] - b[0]).map(([year, row]) => `${year}: ${row.reduce((a, b) => a + b)}`).join(", ");
  return make("figure", { class: "years" }, shape("svg", { viewBox: `0 0 ${last - first + 1} 60`, preserveAspectRatio: "none", role: "img", "aria-label": `Acts by year: ${words}` }, ...parts),
    make("figcaption", {}, make("span", {}, String(first)), make("span", {}, String(last))));
}

function heading(title, ...more) {
  return make("div", { class: "view-head" }, make("h2", {}, title), ...more);
}

// A list of choices at the side of a view, with a field to find one.
function chooser(name, rows, current, choose) {
  const list = make("ul", { class: "list" });
  const draw = (query) => {
    list.replaceChildren();
    inParts(list, rows.filter((row) => !query || row.words.includes(query)), 60, (row) => list.append(make("li", {},
      make("button", { type: "button", "aria-current": row.key === current ? "true" : undefined, title: row.title || undefined, click: () => choose(row.key) },
        make("span", {}, row.mark || null, row.name), make("span", { class: "number" }, row.number)))));
  };
  draw("");
  const seek = make("input", { type: "search", "aria-label": `Find: ${name}`, placeholder: `Find among ${number(rows.length)}`, autocomplete: "off", input: (event) => draw(event.target.value.trim().toLowerCase()) });
  return make("div", { class: "chooser", role: "region", "aria-label": name }, rows.length > 12 ? seek : null, list);
}
