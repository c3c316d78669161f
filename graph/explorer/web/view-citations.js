// Which text cites which, as a directed graph in the order of time, and as a list.
VIEWS.citations = (() => {
  const AROUND = 46; // instruments drawn at once
  let canvas = null;
  let box = null;
  let now = null;

  // The whole instrument that a row of citations is of.
  function wholeOf(instrument) {
    const { whole } = data.instruments;
    return whole[instrument] >= 0 ? whole[instrument] : instrument;
  }

  // Citations put together: one an act's document and cited whole, with its acts and uses.
  function links(selection) {
    const { citations } = data;
    const found = new Map();
    for (let row = 0; row < citations.act.length; row += 1) {
      const act = citations.act[row];
      if (!selection.acts[act]) continue;
      const to = wholeOf(citations.instrument[row]);
      const from = derived.document[act];
      if (data.instruments.document[to] === from) continue; // a text's own paragraphs
      const key = from * data.instruments.name.length + to;
      const link = found.get(key) || { from, to, acts: new Set(), uses: new Map() };
      link.acts.add(act);
      link.uses.set(citations.use[row], (link.uses.get(citations.use[row]) || 0) + 1);
      found.set(key, link);
    }
    return [...found.values()];
  }

  function open(root) {
    box = make("div", { class: "picture citations" }, make("div", { class: "view-head" }, make("h2", {}, "Citations"), button("Save as CSV", save), button("SVG", () => saveSvg(canvas, "citations"), { "aria-label": "Save the picture as SVG" }), button("PNG", () => savePng(canvas, "citations"), { "aria-label": "Save the picture as PNG" })),
      make("p", { class: "muted", id: "cited" }),
      make("div", { id: "canvas" }, make("div", { id: "citing", role: "img", "aria-label": "Arrows from citing texts to what they cite. The list below has the same." })),
      make("div", { id: "cites", class: "shared" }));
    root.append(box);
    canvas = createCanvas(byId("citing"), { node: chooseNode, edge: chooseEdge, none: () => app.go({ chosen: "", act: "" }) });
  }

  // The most cited, and the texts that cite them most; earlier ones on the left.
  function scene(found, focus) {
    const counts = new Map();
    for (const link of found) counts.set(link.to, (counts.get(link.to) || 0) + link.acts.size);
    const few = focus ? found.filter((link) => touches(link, focus)) : found;
    const ranked = [...new Set(few.map((link) => link.to))].sort((a, b) => counts.get(b) - counts.get(a) || a - b).slice(0, focus ? 60 : AROUND - 12);
    const cited = new Set(ranked);
    const weight = new Map();
    for (const link of few) if (cited.has(link.to)) weight.set(link.from, (weight.get(link.from) || 0) + link.acts.size);
    const citing = [...weight].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([one]) => one);
    const nodes = new Map();
    const idOf = (instrument) => (data.instruments.document[instrument] >= 0 ? `d${data.instruments.document[instrument]}` : `i${instrument}`);
    for (const one of citing) nodes.set(`d${one}`, { id: `d${one}`, name: data.documents.id[one], year: derived.year[one], read: true });
    for (const one of ranked) {
      const id = idOf(one);
      const year = Number(data.instruments.name[one].match(/\((\d{4})\)/)?.[1] || data.instruments.name[one].match(/\/((?:19|20)\d\d)\//)?.[1]) || 0;
      if (!nodes.has(id)) nodes.set(id, { id, name: data.instruments.name[one], year, read: data.instruments.document[one] >= 0, kind: data.instruments.kind[one] });
    }
    const edges = few.filter((link) => nodes.has(`d${link.from}`) && nodes.has(idOf(link.to)) && citing.includes(link.from) && cited.has(link.to)).map((link) => ({
      id: `${link.from} ${link.to}`, from: `d${link.from}`, to: idOf(link.to), force: NONE, link, width: Math.min(5, 0.8 + 0.7 * Math.sqrt(link.acts.size)), faint: false,
      words: [...link.uses].sort((a, b) => b[1] - a[1]).map(([use]) => data.uses[use][1]).slice(0, 2).join(", "),
    }));
    return { nodes: placed_([...nodes.values()], new Set(edges.map((edge) => edge.from))), edges, scale: null, moving: false };
  }

  // Columns by time; what has no year stands first; one text alone stands in the middle of what it cites.
  function placed_(nodes, citing) {
    if (citing.size <= 1) {
      const around = nodes.filter((node) => !citing.has(node.id)).sort((a, b) => a.year - b.year || (a.name < b.name ? -1 : 1));
      const halves = [around.slice(0, Math.ceil(around.length / 2)), around.slice(Math.ceil(around.length / 2))];
      const found = nodes.filter((node) => citing.has(node.id)).map((node) => box_(node, 0, 0, true));
      halves.forEach((half, side) => half.forEach((node, rank) => found.push(box_(node, side ? 330 : -330, (rank - (half.length - 1) / 2) * 50, false))));
      return found;
    }
    const years = [...new Set(nodes.map((node) => node.year))].sort((a, b) => a - b);
    // As many columns as make the picture as wide as the room there is.
    const { clientWidth, clientHeight } = canvas.container;
    const shape_ = (clientWidth || 600) / (clientHeight || 400);
    const columns = Math.max(2, Math.min(years.length, Math.round(Math.sqrt((nodes.length * shape_ * 58) / 235))));
    const sorted = [...nodes].sort((a, b) => a.year - b.year || (a.name < b.name ? -1 : 1));
    const each = Math.ceil(sorted.length / columns);
    return sorted.map((node, rank) => box_(node, Math.floor(rank / each) * 235, ((rank % each) - (each - 1) / 2) * 58 + (Math.floor(rank / each) % 2) * 24, false));
  }

  function box_(node, x, y, middle) {
    return { id: node.id, x, y, label: wrapped(node.name, LETTER, 150, 2), tone: node.read ? "un" : "others", known: true, middle, hint: node.name.length > 40 ? node.name : "" };
  }

  function touches(link, focus) {
    return focus.startsWith("d") ? link.from === Number(focus.slice(1)) || data.instruments.document[link.to] === Number(focus.slice(1)) : link.to === Number(focus.slice(1));
  }

  function chooseNode(id) {
    const name = id.startsWith("d") ? data.documents.id[Number(id.slice(1))] : data.instruments.name[Number(id.slice(1))];
    app.go({ open: now.state.open === name ? "" : name, chosen: `instrument:${name}`, act: "" });
  }

  function chooseEdge(id) {
    const edge = canvas.scene.edges.find((one) => one.id === id);
    const acts = [...edge.link.acts].sort((a, b) => a - b);
    app.go({ chosen: `act:${actKey(acts[0])}`, act: actKey(acts[0]) });
  }

  function list(found) {
    const counts = new Map();
    for (const link of found) {
      const sum = counts.get(link.to) || { acts: 0, texts: 0, uses: new Map() };
      sum.acts += link.acts.size;
      sum.texts += 1;
      for (const [use, many] of link.uses) sum.uses.set(use, (sum.uses.get(use) || 0) + many);
      counts.set(link.to, sum);
    }
    const rows = [...counts].sort((a, b) => b[1].acts - a[1].acts || a[0] - b[0]);
    const body = make("tbody", {});
    const table = make("table", {}, make("caption", { class: "away" }, "What is cited, most often first"),
      make("thead", {}, make("tr", {}, ["Cited", "Kind", "Use", "Acts", "Texts"].map((name) => make("th", { scope: "col" }, name)))), body);
    const box_2 = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Table of what is cited" }, table);
    let shown = 0;
    const more = button("", next, { class: "more" });
    function next() {
      for (const [one, sum] of rows.slice(shown, shown + 60)) {
        const name = data.instruments.name[one];
        body.append(make("tr", {}, make("td", {}, button(within(name, 160), () => app.go({ chosen: `instrument:${name}`, act: "" }))), make("td", {}, data.instruments.kind[one]),
          make("td", {}, [...sum.uses].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([use, many]) => `${data.uses[use][1]} (${number(many)})`).join(", ")),
          make("td", { class: "number" }, number(sum.acts)), make("td", { class: "number" }, number(sum.texts))));
      }
      shown = Math.min(shown + 60, rows.length);
      more.textContent = `Show more (${number(rows.length - shown)} left)`;
      more.hidden = shown >= rows.length;
    }
    next();
    return [box_2, more];
  }

  function save() {
    const { citations, instruments } = data;
    const rows = [["citing", "paragraph", "cited", "whole", "use", "iri"]];
    citations.act.forEach((act, row) => {
      if (!now.selection.acts[act]) return;
      const one = citations.instrument[row];
      rows.push([symbol(act), label(act), instruments.name[one], instruments.name[wholeOf(one)], data.uses[citations.use[row]][1], actIri(act)]);
    });
    saveCsv("citations.csv", rows);
  }

  function focusOf(state) {
    const document_ = derived.documentByKey.get(state.open);
    if (document_ !== undefined) return `d${document_}`;
    const instrument = state.open ? data.instruments.name.indexOf(state.open) : NONE;
    return instrument >= 0 ? `i${instrument}` : "";
  }

  return {
    name: "Citations",
    about: "Which text cites which, and to what use",
    open,
    show(state, selection, change) {
      const again = now && change === "chosen" && now.state.open === state.open;
      now = { state, selection };
      if (again) return;
      const found = links(selection);
      const focus = focusOf(state);
      const drawn = scene(found, focus);
      byId("canvas").hidden = !found.length;
      const said = [`${plural(found.reduce((sum, link) => sum + link.acts.size, 0), "citation", "citations")} of ${plural(new Set(found.map((link) => link.to)).size, "instrument", "instruments")} by ${plural(new Set(found.map((link) => link.from)).size, "text", "texts")}.`];
      if (found.length) said.push(focus ? ` Drawn: what “${within(state.open, 60)}” cites and what cites it.` : drawn.edges.length < found.length ? ` Drawn: the ${number(drawn.nodes.length)} that matter most, earlier ones on the left; the list has all.` : "");
      byId("cited").replaceChildren(...said);
      if (focus) byId("cited").append(" ", button("Show all", () => app.go({ open: "", chosen: "", act: "" }), { class: "plain" }));
      canvas.draw(drawn);
      byId("cites").replaceChildren(...(found.length ? list(found) : [nothing(state)]));
    },
    close() { canvas.destroy(); canvas = box = now = null; },
    get picture() { return canvas; },
  };
})();
