// The answer: a table that is sorted by any column, or triples as text.
import { byId, make, plural } from "./dom.js";

const BASE = "https://w3id.org/obligraph/";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long"].map((name) => XSD + name));
const ROWS = 200;
const LONG = 60; // characters of a cell that needs room
const order = new Intl.Collator("en", { numeric: true }).compare;

let rows = [];
let columns = [];
let numeric = [];
let sorted = null; // [column, whether downwards]
let limit = ROWS;

function isNumber(cell) {
  return cell === undefined || (cell.type === "literal" && NUMBERS.has(cell.datatype));
}

function link(iri) {
  if (iri.startsWith(BASE)) return make("a", { href: `/${iri.slice(BASE.length)}` }, iri.slice(BASE.length) || iri);
  if (/^https?:\/\//.test(iri)) return make("a", { href: iri, rel: "noreferrer" }, iri);
  return iri;
}

function text(cell) {
  return cell === undefined ? "" : cell.type === "triple" ? JSON.stringify(cell.value) : cell.value;
}

function shown(cell, column) {
  const words = text(cell);
  const kind = numeric[column] ? "numeric" : words.length > LONG ? "long" : /^\d{4}-\d\d-\d\d$/.test(words) ? "short" : undefined;
  const inside = cell !== undefined && cell.type === "uri" ? link(words) : words;
  return make("td", { class: kind, lang: cell && cell["xml:lang"] }, make("div", {}, inside));
}

function compare(a, b) {
  const [column, down] = sorted;
  const [x, y] = [a[columns[column]], b[columns[column]]];
  if (x === undefined || y === undefined) return (x === undefined) - (y === undefined); // what is empty comes last
  const result = numeric[column] ? Number(x.value) - Number(y.value) : order(text(x), text(y));
  return down ? -result : result;
}

function draw() {
  const all = sorted ? [...rows].sort(compare) : rows;
  byId("body").replaceChildren(...all.slice(0, limit).map((row) =>
    make("tr", {}, ...columns.map((name, column) => shown(row[name], column)))));
  [...byId("head").children].forEach((cell, column) => {
    if (sorted && sorted[0] === column) cell.setAttribute("aria-sort", sorted[1] ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  });
  byId("more").hidden = all.length <= limit;
}

byId("more").addEventListener("click", () => { limit += 5 * ROWS; draw(); });

export function showTable(found) {
  if ("boolean" in found) found = { head: { vars: ["answer"] }, results: { bindings: [{ answer: { type: "literal", value: found.boolean ? "yes" : "no" } }] } };
  rows = found.results.bindings;
  columns = found.head.vars;
  numeric = columns.map((name) => rows.some((row) => row[name]) && rows.every((row) => isNumber(row[name])));
  sorted = null;
  limit = ROWS;
  byId("head").replaceChildren(...columns.map((name, column) => {
    const sort = () => { sorted = [column, sorted && sorted[0] === column ? !sorted[1] : numeric[column]]; draw(); };
    return make("th", { scope: "col", class: numeric[column] ? "numeric" : undefined }, make("button", { type: "button", click: sort }, name));
  }));
  byId("text").textContent = "";
  byId("scroll").hidden = rows.length === 0;
  byId("count").textContent = rows.length ? plural(rows.length, "row", "rows") : "Nothing found";
  draw();
}

export function showText(words) {
  rows = []; columns = []; sorted = null;
  byId("head").replaceChildren();
  draw();
  byId("text").textContent = words;
  byId("scroll").hidden = false;
  byId("count").textContent = "Triples";
}
