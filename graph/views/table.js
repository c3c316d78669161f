// The table: all arrows, for keyboard and screen reader, sorted by any column.
const ROWS = 200;
const COLUMNS = [
  ["Who", (edge) => actorName(edge.from)],
  ["Verb", (edge) => edge.verb],
  ["Whom", (edge) => actorName(edge.to)],
  ["Force", (edge) => edge.rank],
  ["Acts", (edge) => edge.acts.length],
  ["Paragraphs", (edge) => edge.first],
];

function createTable(choose) {
  const body = document.querySelector("#table tbody");
  const head = document.querySelector("#table thead tr");
  let edges = [];
  let column = 3;
  let down = true;
  let limit = ROWS;
  let current = null;

  COLUMNS.forEach(([name], rank) => {
    const sort = () => {
      down = column === rank ? !down : rank === 3 || rank === 4;
      column = rank;
      draw();
    };
    head.append(make("th", { scope: "col" }, make("button", { type: "button", click: sort }, name)));
  });
  byId("more").addEventListener("click", () => { limit += ROWS; draw(); });

  function compare(a, b) {
    const [x, y] = [COLUMNS[column][1](a), COLUMNS[column][1](b)];
    const order = typeof x === "number" ? x - y : x.localeCompare(y, "en");
    return (down ? -order : order) || a.first - b.first || a.number - b.number;
  }

  function where(edge) {
    const found = edge.acts.map((number) => data.acts[number]).map((act) => {
      const label = data.paragraphs[act.passages[0][0]].label;
      return Object.keys(data.documents).length > 1 ? `${act.document} ${label}` : label;
    });
    const all = [...new Set(found)];
    return all.length > 8 ? `${all.slice(0, 8).join(", ")} and ${all.length - 8} more` : all.join(", ");
  }

  function row(edge) {
    const says = `${edge.verb}: show the words of ${plural(edge.acts.length, "act", "acts")}`;
    return make("tr", { "data-edge": edge.id, "aria-current": edge.id === current ? "true" : undefined },
      make("td", {}, actorName(edge.from)),
      make("td", {}, make("button", { type: "button", "aria-label": says, click: () => choose(edge.id) }, edge.verb)),
      make("td", {}, actorName(edge.to)),
      make("td", { class: "force" }, line(edge.force), forceName(edge.force)),
      make("td", { class: "number" }, String(edge.acts.length)),
      make("td", {}, where(edge)));
  }

  function draw() {
    const order = [...edges].sort(compare);
    body.replaceChildren(...order.slice(0, limit).map(row));
    [...head.children].forEach((cell, rank) => {
      if (rank === column) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    byId("more").hidden = edges.length <= limit;
  }

  const askers = new Set(drawn.edges.map((edge) => edge.from));
  document.querySelector("#table table").classList.toggle("one", askers.size === 1);

  return {
    show(found, all) {
      edges = found;
      byId("count").textContent = found.length === all ? plural(all, "arrow", "arrows") : `${found.length} of ${plural(all, "arrow", "arrows")}`;
      draw();
    },
    mark(id) {
      current = id;
      for (const one of body.children) {
        if (one.dataset.edge === id) one.setAttribute("aria-current", "true");
        else one.removeAttribute("aria-current");
      }
    },
  };
}
