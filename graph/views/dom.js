// Small helpers. Text from documents only ever goes through textContent.
const data = JSON.parse(document.getElementById("data").textContent);
data.forces = Object.fromEntries(data.forces); // lists, because the order counts
data.groups = Object.fromEntries(data.groups);
const drawn = JSON.parse(document.getElementById("network").textContent);
const options = JSON.parse(document.getElementById("options").textContent);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

function byId(id) {
  return document.getElementById(id);
}

// An element with attributes (a function is a listener) and children, each an element or a text.
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// A sample of a force's line: colour and pattern as in the picture.
function line(force) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "line");
  const known = data.forces[force] || data.forces.statement;
  const look = { x1: 1, y1: 5, x2: 35, y2: 5, stroke: "currentColor", "stroke-width": 3 };
  if (known.dashes.length) look["stroke-dasharray"] = known.dashes.map((part) => part * 0.7).join(" ");
  for (const [key, value] of Object.entries(look)) path.setAttribute(key, value);
  svg.setAttribute("class", "line");
  svg.setAttribute("width", 36);
  svg.setAttribute("height", 10);
  svg.setAttribute("aria-hidden", "true");
  svg.style.color = `var(--${data.forces[force] ? force : "statement"})`;
  svg.append(path);
  return svg;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// "2016-12-20" as "20 December 2016".
function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function plural(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

function forceName(force) {
  return data.forces[force] ? data.forces[force].name : force;
}

function actorName(key) {
  return data.actors[key].name;
}
