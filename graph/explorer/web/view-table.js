// The table: arrows, acts or obligations, for keyboard and screen reader, sorted by any column, to be saved.
VIEWS.table = (() => {
  const ROWS = 100; // at once: of more, a browser spends the time of a filter on their places
  // Of each kind of table: its columns [name, value of a row, how it is shown, goes down first].
  const TABLES = {
    arrows: {
      name: "Arrows",
      one: ["arrow", "arrows"],
      first: [3, false],
      rows: (state, selection) => edgesOf(selection, state.relation),
      columns: [
        ["Who", (edge) => actorName(edge.from)], ["Verb", (edge) => data.verbs[edge.verb], "button"], ["Whom", (edge) => actorName(edge.to)],
        ["Force", (edge) => edge.force, "force"], ["Acts", (edge) => edge.acts.length, "number", true], ["Paragraphs", (edge) => edge.acts[0], "where"],
      ],
      key: (edge) => `arrow:${edge.id}`,
      says: (edge) => `${data.verbs[edge.verb]}: show the words of ${plural(edge.acts.length, "act", "acts")}`,
      acts: (edge) => edge.acts,
    },
    acts: {
      name: "Acts",
      one: ["act", "acts"],
      first: [4, false],
      rows: (state, selection) => [...data.acts.id.keys()].filter((act) => selection.acts[act]),
      columns: [
        ["Verb", (act) => data.verbs[data.acts.verb[act]], "button"], ["Whom", (act) => whom(act)], ["Words", (act) => clauseText(act), "words"],
        ["Force", (act) => data.acts.force[act], "force"], ["Where", (act) => act, "where"], ["Adopted", (act) => date(act), "day"], ["Certainty", (act) => data.acts.certainty[act], "number"],
      ],
      key: (act) => `act:${actKey(act)}`,
      says: (act) => `${data.verbs[data.acts.verb[act]]}: show the words of ${label(act)}`,
      acts: (act) => [act],
    },
    obligations: {
      name: "Obligations",
      one: ["obligation", "obligations"],
      first: [5, false],
      rows: (state, selection) => [...data.obligations.act.keys()].filter((one) => selection.acts[data.obligations.act[one]]),
      columns: [
        ["Who", (one) => actorName(data.obligations.bearer[one])], ["What it is", (one) => data.modalities[data.obligations.modality[one]], "button"], ["Action", (one) => actionText(one), "words"],
        ["Due", (one) => data.obligations.due[one], "day"], ["Until", (one) => data.obligations.until[one], "day"], ["Where", (one) => data.obligations.act[one], "where"],
      ],
      key: (one) => `act:${actKey(data.obligations.act[one])}`,
      says: (one) => `${data.modalities[data.obligations.modality[one]]}: show the words of ${label(data.obligations.act[one])}`,
      acts: (one) => [data.obligations.act[one]],
    },
  };
  let box = null;
  let now = null; // { kind, rows, state }
  let column = 3;
  let down = false;
  let limit = ROWS;

  function kindOf(state) {
    return Object.hasOwn(TABLES, state.open) ? state.open : "arrows";
  }

  function whom(act) {
    const found = new Set();
    for (let arrow = derived.arrowsOf[act]; arrow < derived.arrowsOf[act + 1]; arrow += 1) found.add(actorName(data.arrows.actor[arrow]));
    return [...found].join(", ");
  }

  function where(acts) {
    const found = acts.map((act) => (data.documents.id.length > 1 ? `${symbol(act)} ${label(act)}` : label(act)));
    const all = [...new Set(found)];
    return all.length > 6 ? `${all.slice(0, 6).join(", ")} and ${number(all.length - 6)} more` : all.join(", ");
  }

  function sorted() {
    const { columns } = TABLES[now.kind];
    const values = now.rows.map((row) => columns[column][1](row));
    const order = [...now.rows.keys()];
    const collator = new Intl.Collator("en");
    order.sort((a, b) => {
      const [x, y] = [values[a], values[b]];
      if (!x !== !y && typeof x === "string") return x ? -1 : 1; // what is empty comes last
      const by = typeof x === "number" ? x - y : collator.compare(x, y);
      return (down ? -by : by) || a - b;
    });
    return order.map((rank) => now.rows[rank]);
  }

  function cellOf(row, [, value, how], table) {
    const content = value(row);
    if (how === "button") return make("td", {}, button(content, () => { app.go({ chosen: table.key(row), act: table.acts(row).length === 1 ? actKey(table.acts(row)[0]) : "" }); byId("chosen").focus(); }, { "aria-label": table.says(row) }));
    if (how === "force") return make("td", { class: "force" }, line(content), forceName(content));
    if (how === "number") return make("td", { class: "number" }, number(content));
    if (how === "where") return make("td", {}, where(table.acts(row)));
    if (how === "day") return make("td", { class: "day" }, content ? day(content) : "");
    if (how === "words") return make("td", { class: "excerpt" }, within(content, 280));
    return make("td", {}, content);
  }

  function draw() {
    const table = TABLES[now.kind];
    const order = sorted();
    const head = make("tr", {}, table.columns.map(([name, , , first], rank) => {
      const sort = () => {
        down = column === rank ? !down : first === true;
        column = rank;
        draw();
        [...box.querySelectorAll("th button")][rank].focus();
      };
      return make("th", { scope: "col", "aria-sort": rank === column ? (down ? "descending" : "ascending") : undefined }, button(name, sort));
    }));
    const rows = order.slice(0, limit).map((row) => make("tr", { "data-key": table.key(row), "aria-current": table.key(row) === now.state.chosen ? "true" : undefined }, table.columns.map((one) => cellOf(row, one, table))));
    byId("rows").replaceChildren(make("table", {}, make("caption", { class: "away" }, table.name), make("thead", {}, head), make("tbody", {}, rows)));
    byId("more").hidden = order.length <= limit;
    byId("count").textContent = now.rows.length === now.all ? plural(now.all, ...table.one) : `${number(now.rows.length)} of ${plural(now.all, ...table.one)}`;
    for (const one of box.querySelectorAll("[data-table]")) one.setAttribute("aria-pressed", String(one.dataset.table === now.kind));
  }

  function save() {
    const table = TABLES[now.kind];
    const plain = (row, [, value, how]) => {
      const content = value(row);
      if (how === "force") return forceName(content);
      if (how === "where") return where(table.acts(row));
      return content;
    };
    saveCsv(`${now.kind}.csv`, [[...table.columns.map(([name]) => name), "Identifier"], ...sorted().map((row) => [...table.columns.map((one) => plain(row, one)), table.acts(row).map(actIri).join(" ")])]);
  }

  function open(root) {
    box = make("section", { id: "table", "aria-label": "Table", tabindex: "-1" },
      make("div", { class: "view-head" }, make("div", { role: "group", class: "choice", "aria-label": "What the rows are" },
        Object.entries(TABLES).map(([key, table]) => button(table.name, () => app.go({ open: key === "arrows" ? "" : key }), { "data-table": key }))), button("Save as CSV", save)),
      make("p", { id: "count", role: "status" }),
      make("div", { class: "scroll", id: "rows", tabindex: 0, role: "region", "aria-label": "Rows" }),
      button("Show more", () => { limit += ROWS; draw(); }, { id: "more", hidden: true }));
    root.append(box);
  }

  return {
    name: "Table",
    about: "Everything in rows, to be sorted and saved",
    scope: (state) => (kindOf(state) === "arrows" ? state.relation : ALL),
    open,
    show(state, selection, change) {
      const kind = kindOf(state);
      if (now && change === "chosen" && now.kind === kind) {
        now.state = state;
        for (const row of box.querySelectorAll("tbody tr")) {
          if (row.dataset.key === state.chosen) row.setAttribute("aria-current", "true");
          else row.removeAttribute("aria-current");
        }
        return;
      }
      if (now?.kind !== kind) [column, down] = TABLES[kind].first;
      limit = ROWS;
      const rows = TABLES[kind].rows(state, selection);
      now = { kind, rows, state, all: filtered(state) ? TABLES[kind].rows(state, app.everything()).length : rows.length };
      draw();
    },
    close() { now = box = null; },
  };
})();
