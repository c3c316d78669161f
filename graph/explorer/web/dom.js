// Small helpers. Text from documents only ever goes through textContent and setAttribute.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

function byId(id) {
  return document.getElementById(id);
}

// An element with attributes (a function is a listener) and children, each an element or a text.
function make(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function shape(name, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== undefined && value !== false && value !== null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function button(words, click, attributes = {}) {
  return make("button", { type: "button", click, ...attributes }, words);
}

// A sample of a force's line: colour and pattern as in the picture.
function line(force) {
  const [key, , dashes] = data.forces[force];
  const look = { x1: 1, y1: 5, x2: 35, y2: 5, stroke: "currentColor", "stroke-width": 3 };
  if (dashes.length) look["stroke-dasharray"] = dashes.map((part) => part * 0.7).join(" ");
  return shape("svg", { class: `line force-${key}`, width: 36, height: 10, "aria-hidden": "true" }, shape("line", look));
}

// A colour of the style sheet, as it is in the present theme.
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// "2016-12-20" as "20 December 2016".
function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

const FIGURES = new Intl.NumberFormat("en-GB"); // made once: toLocaleString makes one at each call

function number(value) {
  return FIGURES.format(value);
}

function plural(value, one, many) {
  return `${number(value)} ${value === 1 ? one : many}`;
}

function within(text, length) {
  return text.length > length ? `${text.slice(0, length).trimEnd()}…` : text;
}

// Adds many things some at a time, with a button for the next.
function inParts(box, things, size, add) {
  let shown = 0;
  const more = button("", next, { class: "more" });
  function next() {
    more.remove();
    things.slice(shown, shown + size).forEach(add);
    shown = Math.min(shown + size, things.length);
    more.textContent = `Show more (${number(things.length - shown)} left)`;
    if (shown < things.length) box.append(more);
  }
  next();
}

// What a screen reader is told.
function say(words) {
  byId("status").textContent = words;
}

function narrow() {
  return matchMedia("(max-width: 900px)").matches;
}
