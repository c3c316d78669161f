// The fields of a form: one for each parameter of a query, of the type that its kind asks for.
import { make } from "./dom.js";

const PAUSE = 150; // milliseconds without a key before names are asked for
const SUGGESTED = new Set(["actor", "document"]);
const TYPES = { date: "date", integer: "number", year: "number" };

// What a person reads for a parameter's name: "from" as "From".
function heading(name) {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function field(parameter, value) {
  const id = `field-${parameter.name}`;
  const help = `${id}-help`;
  const common = {
    id, name: parameter.name, required: parameter.required, autocomplete: "off",
    "aria-describedby": help, "aria-required": parameter.required ? "true" : undefined,
  };
  const label = make("label", { for: id }, heading(parameter.name) + (parameter.required ? "" : " (optional)"));
  const words = make("span", { class: "help", id: help }, parameter.description);
  const box = make("div", { class: "field" }, label, words);
  if (parameter.kind === "force") {
    const options = parameter.choices.map((choice) => make("option", { value: choice }, choice));
    if (!parameter.required) options.unshift(make("option", { value: "" }, "any"));
    const select = make("select", common, ...options);
    select.value = value || parameter.default || (parameter.required ? parameter.choices[0] : "");
    box.append(select);
    return box;
  }
  const input = make("input", { ...common, type: TYPES[parameter.kind] || "text", spellcheck: "false" });
  if (parameter.kind === "year") { input.min = "1946"; input.max = "9999"; }
  input.value = value || parameter.default || "";
  box.append(input);
  if (parameter.choices || SUGGESTED.has(parameter.kind)) {
    const list = make("datalist", { id: `${id}-list` });
    input.setAttribute("list", list.id);
    box.append(list);
    if (parameter.choices) list.append(...parameter.choices.map((choice) => make("option", { value: choice })));
    else suggest(input, list, parameter.kind);
  }
  return box;
}

// Fills a list with names that hold what has been typed so far.
function suggest(input, list, kind) {
  let waiting = 0;
  let asked = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (!input.value.trim()) return;
    waiting = setTimeout(async () => {
      const number = ++asked;
      const answer = await fetch(`/suggestions/${kind}?text=${encodeURIComponent(input.value.trim())}`).catch(() => null);
      if (!answer || !answer.ok || number !== asked) return;
      const found = await answer.json();
      list.replaceChildren(...found.map((row) => make("option", { value: row.value, label: row.label })));
    }, PAUSE);
  });
}

// The editor, in the place of fields.
export function editor(text, ask) {
  const area = make("textarea", {
    id: "editor", name: "query", spellcheck: "false", autocapitalize: "off", autocomplete: "off",
    "aria-describedby": "editor-help", rows: 14,
    keydown: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); ask(); }
    },
  });
  area.value = text;
  const help = "SPARQL 1.1; it only reads. The prefixes og, actor, verb, force, skos, eli, dcterms, oa, org and xsd need no declaration.";
  return make("div", { class: "field wide" },
    make("label", { for: "editor" }, "Query"), make("span", { class: "help", id: "editor-help" }, help), area);
}
