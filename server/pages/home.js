// The page to ask with. Its state is the part of the address behind "#": the query and its parameters.
import { byId, make } from "./dom.js";
import { editor, field } from "./fields.js";
import { showTable, showText } from "./results.js";

const START = `SELECT ?who ?day ?words WHERE {
  ?obligation og:bearer ?actor ; og:due ?day ; og:action/og:text ?words .
  ?actor skos:prefLabel ?who .
}
ORDER BY ?day
LIMIT 100
`;
const TABLES = "application/sparql-results+json";
const TABLE_FILES = [["CSV", "text/csv", "csv"], ["JSON", TABLES, "json"], ["TSV", "text/tab-separated-values", "tsv"], ["XML", "application/sparql-results+xml", "xml"]];
const TRIPLE_FILES = [["Turtle", "text/turtle", "ttl"], ["JSON-LD", "application/ld+json", "jsonld"], ["N-Triples", "application/n-triples", "nt"]];

let queries = new Map();
let current = null; // a named query, or null for the editor
let running = null; // what ends the question under way

// "#due?from=2017-01-01" as a name and parameters.
function place() {
  const [name, rest] = location.hash.slice(1).split(/\?(.*)/s);
  return [decodeURIComponent(name), new URLSearchParams(rest || "")];
}

function given() {
  return [...new FormData(byId("form"))].filter(([, value]) => value.trim());
}

// Where to ask, and what to send.
function request(accept) {
  const pairs = new URLSearchParams(given());
  const headers = { Accept: accept };
  if (!current) return ["/sparql", { method: "POST", headers, body: pairs }];
  return [`/queries/${current.name}${pairs.size ? "?" : ""}${pairs}`, { headers }];
}

function complain(words) {
  byId("error").textContent = words;
  byId("error").hidden = !words;
  const editor = byId("editor");
  if (editor) editor.setAttribute("aria-invalid", words ? "true" : "false");
  const where = words && editor && /line (\d+), column (\d+)/.exec(words);
  if (where) {
    const lines = editor.value.split("\n");
    const start = lines.slice(0, where[1] - 1).reduce((sum, line) => sum + line.length + 1, 0) + Number(where[2]) - 1;
    editor.focus();
    editor.setSelectionRange(start, Math.min(editor.value.length, start + 1));
  }
}

function missing() {
  for (const input of byId("fields").querySelectorAll("[required]")) {
    const empty = !input.value.trim();
    input.setAttribute("aria-invalid", empty ? "true" : "false");
    if (empty) { input.focus(); return input.name; }
  }
  return null;
}

async function ask() {
  const lacks = missing();
  if (lacks) { complain(`This query needs the parameter “${lacks}”.`); return; }
  if (running) running.abort();
  const mine = new AbortController();
  running = mine;
  complain("");
  byId("answer").hidden = true;
  byId("cancel").hidden = false;
  byId("ask").disabled = true;
  byId("ask").textContent = "Asking …";
  const pairs = new URLSearchParams(given());
  history.replaceState(null, "", `#${current ? current.name : "sparql"}${pairs.size ? "?" : ""}${pairs}`);
  try {
    const [where, options] = request(`${TABLES}, text/turtle;q=0.9`);
    const answer = await fetch(where, { ...options, signal: mine.signal });
    if (!answer.ok) complain((await answer.text()).trim());
    else if (answer.headers.get("Content-Type").startsWith(TABLES)) { showTable(await answer.json()); offer(TABLE_FILES); }
    else { showText(await answer.text()); offer(TRIPLE_FILES); }
    byId("answer").hidden = !answer.ok;
  } catch (error) {
    if (error.name !== "AbortError") complain("The server does not answer. Is it still running?");
  } finally {
    if (running === mine) {
      running = null;
      byId("cancel").hidden = true;
      byId("ask").disabled = false;
      byId("ask").textContent = "Ask";
    }
  }
}

// Downloads are asked for anew, in the format of the file.
function offer(files) {
  const name = current ? current.name : "answer";
  const [where, options] = request("");
  byId("downloads").replaceChildren(...files.map(([label, type, end]) => make("button", {
    type: "button",
    "aria-label": `Download as ${label}`,
    click: async () => {
      const answer = await fetch(where, { ...options, headers: { Accept: type } }).catch(() => null);
      if (!answer || !answer.ok) { complain(answer ? (await answer.text()).trim() : "The server does not answer."); return; }
      const address = URL.createObjectURL(await answer.blob());
      make("a", { href: address, download: `${name}.${end}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    },
  }, label)));
}

// Shows what the address says; asks at once where nothing is lacking and something was said.
function show() {
  const [name, parameters] = place();
  current = queries.get(name) || null;
  const own = !current && (name === "sparql" || parameters.has("query"));
  byId("answer").hidden = true;
  complain(name && !own && !current && name !== "queries" ? `There is no query called “${name}”.` : "");
  for (const link of byId("list").querySelectorAll("a")) {
    if (current && link.hash === `#${current.name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  byId("form").hidden = !current && !own;
  byId("own").hidden = !current;
  byId("example").hidden = !current || !Object.keys(current.example).length;
  byId("keys").hidden = !own;
  if (current) {
    byId("title").textContent = current.title;
    byId("description").textContent = current.description;
    byId("fields").replaceChildren(...current.parameters.map((one) => field(one, parameters.get(one.name))));
  } else {
    byId("title").textContent = own ? "Ask in SPARQL" : "Ask the graph";
    byId("description").replaceChildren(...(own
      ? ["Every statement of the graph can be asked for."]
      : ["Choose a query, or ", make("a", { href: "#sparql" }, "write your own in SPARQL"), "."]));
    byId("fields").replaceChildren(...(own ? [editor(parameters.get("query") || START, ask)] : []));
  }
  document.title = `${byId("title").textContent} · obligraph`;
  if (matchMedia("(max-width: 900px)").matches) byId("choose").open = !current && !own;
  const complete = current && current.parameters.every((one) => !one.required || one.default !== undefined || parameters.get(one.name));
  if (complete || (own && parameters.get("query"))) ask();
}

// The list: the queries beneath their topics.
function list() {
  const topics = Map.groupBy(queries.values(), (query) => query.topic);
  byId("list").replaceChildren(...[...topics].map(([topic, found]) => make("li", {},
    make("h2", {}, topic),
    make("ul", {}, ...found.map((query) =>
      make("li", { "data-words": `${query.name} ${query.title} ${query.description}`.toLowerCase() },
        make("a", { href: `#${query.name}` }, query.title)))))));
}

// Hides the queries that lack a word that is looked for.
function filter() {
  const words = byId("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const item of byId("list").querySelectorAll("[data-words]")) {
    item.hidden = !words.every((word) => item.dataset.words.includes(word));
    found += !item.hidden;
  }
  for (const topic of byId("list").children) topic.hidden = !topic.querySelector("[data-words]:not([hidden])");
  byId("none").hidden = found > 0;
}

byId("form").addEventListener("submit", (event) => { event.preventDefault(); ask(); });
byId("cancel").addEventListener("click", () => running && running.abort());
byId("own").addEventListener("click", () => {
  const { text } = current;
  history.pushState(null, "", "#sparql");
  show();
  byId("editor").value = text;
  byId("editor").focus();
});
byId("example").addEventListener("click", () => {
  for (const input of byId("form").elements) if (input.name) input.value = current.example[input.name] ?? "";
  ask();
});
byId("filter").addEventListener("input", filter);
window.addEventListener("hashchange", show);

const answer = await fetch("/queries").catch(() => null);
if (answer && answer.ok) {
  queries = new Map((await answer.json()).map((query) => [query.name, query]));
  list();
  byId("chosen").textContent = `Named queries (${queries.size})`;
  show();
} else complain("The list of queries cannot be fetched.");
window.obligraph = { ready: true };
