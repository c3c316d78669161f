// Puts the parts together: the state, what passes its filters, and the view that shows it.
//
// A view is { name, about, open(root), show(state, selection, change), close() }. `open` makes its elements, `show`
// draws (`change` is "chosen" where nothing but what is chosen is other than before), `close` lets go of them. A view that
// is about the acts of a relation alone has `scope(state)`: those are selected and counted.
const FILTERS = [...LISTS, ...FLAGS, "from", "to", "q"];
let state = stateOf("");
let selection = null;
let counted = ALL; // the relation whose acts are selected
const everything = new Map(); // selections without filters, by what is counted
let view = null; // key of the view that is open
let latest = 0; // milliseconds that the last change of the filters took

const app = {
  // Changes the state. `keep` leaves the page where it is on a narrow window.
  go(changes, { keep = false } = {}) {
    const next = { ...state, ...changes };
    if (changes.view && changes.view !== state.view && !("open" in changes)) next.open = "";
    const words = wordsOf(next);
    if (words === wordsOf(state)) return;
    history.pushState(null, "", words ? `#${words}` : location.pathname + location.search);
    update(next, keep);
  },
  // Opens or closes the filters.
  facets(shown) {
    byId("facets").hidden = !shown;
    byId("filter").setAttribute("aria-expanded", String(shown));
    document.body.classList.toggle("with-facets", shown);
    if (shown) showFacets(state, selection);
    if (!shown && narrow()) byId("filter").focus();
  },
  // What the numbers are of.
  counted() {
    return counted;
  },
  everything(scope = ALL) {
    if (!everything.has(scope)) everything.set(scope, select(stateOf(""), scope));
    return everything.get(scope);
  },
};

function update(next, keep = false) {
  const began = performance.now();
  const before = state;
  state = next;
  const scope = VIEWS[keyOf(state)].scope?.(state) ?? ALL;
  const same = selection && scope === counted && FILTERS.every((key) => String(before[key]) === String(state[key]));
  if (!same) selection = select(state, scope);
  counted = scope;
  const stays = same && view === state.view && ["mode", "relation", "pair", "open"].every((key) => before[key] === state[key]);
  if (!same) {
    showForces(state, selection);
    showChips(state);
    showSpan(state, selection);
    if (!byId("facets").hidden) showFacets(state, selection);
    say(`${plural(selection.actCount, "act passes", "acts pass")} the filters`);
  }
  if (byId("query").value.trim() !== state.q && document.activeElement !== byId("query")) byId("query").value = state.q;
  document.body.classList.toggle("chosen", Boolean(state.chosen));
  openView(keyOf(state));
  VIEWS[view].show(state, selection, stays ? "chosen" : "filters");
  if (!same || !stays || before.chosen !== state.chosen) showPanel(state, selection);
  else if (before.act !== state.act) showSteps(state);
  if (state.chosen && before.chosen !== state.chosen && !keep) reach("panel");
  latest = performance.now() - began;
}

function keyOf(state) {
  return Object.hasOwn(VIEWS, state.view) ? state.view : "picture";
}

function openView(key) {
  if (view === key) return;
  if (view) VIEWS[view].close();
  view = key;
  byId("stage").replaceChildren();
  byId("stage").setAttribute("aria-label", VIEWS[key].name);
  for (const one of byId("views").children) {
    if (one.dataset.view === key) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  document.body.dataset.view = key;
  VIEWS[key].open(byId("stage"));
}

// On a narrow page the words stand below the view: go there, and back.
function reach(id) {
  if (narrow()) byId(id).scrollIntoView({ block: "start" });
}

function start(found) {
  take(found);
  indexFacets();
  for (const [key, one] of Object.entries(VIEWS)) {
    byId("views").append(make("a", { href: `#view=${key}`, "data-view": key, title: one.about, click: (event) => {
      event.preventDefault();
      app.go({ view: key });
    } }, one.name));
  }
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    app.go({ view: "table" });
    byId("table").focus();
  });
  byId("filter").addEventListener("click", () => app.facets(byId("facets").hidden));
  byId("back").addEventListener("click", () => {
    app.go({ chosen: "", act: "" });
    reach("stage");
  });
  byId("find").addEventListener("submit", (event) => event.preventDefault());
  let wait = 0;
  byId("query").addEventListener("input", (event) => {
    clearTimeout(wait);
    const seek = () => app.go({ q: event.target.value.trim() });
    if (derived.acts < 3000) seek();
    else wait = setTimeout(seek, 180); // many words: when one has stopped writing
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (narrow() && !byId("facets").hidden) app.facets(false);
    else app.go({ chosen: "", act: "" });
  });
  const turned = () => update(stateOf(location.hash || data.start));
  window.addEventListener("hashchange", turned);
  window.addEventListener("popstate", turned);
  const first = stateOf(location.hash || data.start);
  document.body.classList.toggle("several", data.documents.id.length > 1);
  if (data.documents.id.length > 1 && innerWidth >= 1200) app_facets_first();
  update(first);
  window.obligraph = {
    app, data, select, stateOf, wordsOf, actKey, cell, csv, wrapped, svgOf,
    actor: (key) => derived.actorByKey.get(key),
    get state() { return state; },
    get selection() { return selection; },
    get picture() { return VIEWS[view].picture; },
    // The arrows, and what has a place in the picture, by keys that stay the same.
    get edges() {
      const { id } = data.actors;
      return edgesOf(selection, state.relation).map((edge) => ({ ...edge, from: id[edge.from], to: id[edge.to], verb: data.verbs[edge.verb] }));
    },
    taken: () => VIEWS[view].picture.taken().map((box) => ({ ...box, key: data.actors.id[box.key] ?? box.key })),
    get latest() { return latest; },
  };
}

// With several texts and room enough, the filters are open from the start.
function app_facets_first() {
  byId("facets").hidden = false;
  byId("filter").setAttribute("aria-expanded", "true");
  document.body.classList.add("with-facets");
}

// A page of a server fetches what it shows, and says what part of the store that is.
async function come(given) {
  document.body.classList.add("waiting");
  byId("stage").replaceChildren(make("p", { class: "empty", role: "status" }, "Asking the store …"));
  try {
    const answer = await fetch(given.fetch);
    if (!answer.ok) throw new Error(await answer.text());
    const found = await answer.json();
    if (!found.acts) throw new Error("There is no text in this span of time.");
    document.title = `${found.title} · ${found.about}`;
    byId("about").textContent = found.about;
    start(found);
    showPart(found.span);
  } catch (error) {
    byId("about").textContent = "";
    byId("stage").replaceChildren(make("div", { class: "empty", role: "alert" }, make("p", {}, error.message), make("a", { href: location.pathname }, "Show the newest texts")));
  }
  document.body.classList.remove("waiting");
}

// Which part of the store it is, and how to see another.
function showPart({ since, until, first, last, taken, there, newest, numbers }) {
  const field = (id, name, value) => {
    const found = make("input", { type: "date", id, min: first, max: last });
    found.value = value;
    return make("label", {}, name, found);
  };
  // More of them take the server longer, so they come when they are asked for.
  const choice = () => {
    const offered = [...new Set([...numbers, newest])].sort((one, other) => one - other);
    const found = make("select", { id: "newest", "aria-label": "How many texts", change: () => byId("store").requestSubmit() },
      offered.filter((many, place) => !place || offered[place - 1] < there)
        .map((many) => make("option", { value: many }, many < there ? `the newest ${number(many)}` : "all")));
    found.value = newest;
    return found;
  };
  const go = (event) => {
    event.preventDefault();
    const asked = new URLSearchParams();
    if (byId("since").value) asked.set("since", byId("since").value);
    if (byId("until").value) asked.set("until", byId("until").value);
    const many = Number(byId("newest")?.value ?? newest);
    if (many !== numbers[0]) asked.set("newest", many);
    location.assign(`${location.pathname}?${asked}${location.hash}`);
  };
  document.querySelector("header .words").append(make("form", { id: "store", submit: go, novalidate: true, "aria-label": "Which texts of the store" },
    there > Math.min(newest, numbers[0]) ? make("span", {}, choice(), ` of ${plural(there, "text", "texts")}`) : make("span", {}, plural(there, "text", "texts")),
    field("since", "adopted from", since), field("until", "to", until), make("button", { type: "submit" }, "Ask the store")));
}

const given = JSON.parse(byId("data").textContent);
if (given.fetch) come(given);
else start(given);
