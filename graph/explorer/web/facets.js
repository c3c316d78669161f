// The filters: forces above the view, the other facets at its side, the span of time, what is set.
const SHOWN = 8; // values of a facet before one asks for all
const opened = new Set(); // facets whose values are all shown
const sought = new Map(); // what is looked for among the values of a facet
const GLOSS = { duty: "duty", prohibition: "prohibition", recommendation: "recommendation", permission: "permission", exemption: "exemption" };

function toggled(list, value) {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

// What is counted: a picture has other acts than a text.
const COUNTED = { [ALL]: "", asks: " that ask somebody", condemns: " that condemn somebody" };

function acts_(many) {
  return `${plural(many, "act", "acts")}${COUNTED[app.counted()] ?? ""}`;
}

// Forces: all are shown until one is chosen. One that a filter leaves nothing of keeps its place, so that what stands
// below does not jump and need not be drawn twice.
function showForces(state, selection) {
  const counts = selection.counts.get("force");
  const there = filtered(state) ? app.everything(app.counted()).counts.get("force") : counts;
  const box = byId("forces");
  const focus = document.activeElement?.dataset?.force;
  box.replaceChildren(make("span", { id: "counted" }, acts_(selection.actCount)), ...data.forces.map(([key, name], force) => {
    if (!there[force] && !state.force.includes(key)) return null;
    const on = !state.force.length || state.force.includes(key);
    return make("button", { type: "button", "data-force": key, "aria-pressed": String(on), title: `${name}: ${acts_(counts[force])}`, click: () => app.go({ force: switched(state, key) }) },
      line(force), name, make("span", { class: "number" }, number(counts[force])));
  }).filter(Boolean));
  if (focus) box.querySelector(`[data-force="${focus}"]`)?.focus();
}

// A click takes a force away; where only some are shown, it adds it; all of them are none set.
function switched(state, key) {
  const there = data.forces.map(([one]) => one);
  const now = state.force.length ? state.force : there;
  const next = toggled(now, key);
  return next.length === there.length || !next.length ? [] : there.filter((one) => next.includes(one));
}

function showFacets(state, selection) {
  const box = byId("facets");
  const focus = document.activeElement?.id;
  box.replaceChildren(
    make("div", { class: "facets-head" }, make("h2", {}, "Filters"), make("p", { class: "muted" }, app.counted() === ALL ? "Numbers count all acts" : `Numbers count acts${COUNTED[app.counted()] ?? ""}`),
      filtered(state) ? button("Take all back", () => app.go(unfiltered()), { class: "plain" }) : null,
      button("×", () => app.facets(false), { class: "plain close", "aria-label": "Close the filters" })),
    ...facets.filter((facet) => facet.key !== "force").map((facet) => drawFacet(facet, state, selection)).filter(Boolean));
  if (focus) byId(focus)?.focus();
}

function drawFacet(facet, state, selection) {
  const counts = selection.counts.get(facet.key);
  const set = new Set(facet.flag ? (state[facet.key] ? ["1"] : []) : state[facet.key]);
  const rows = facet.values.map(([key, name], code) => ({ key, name, count: counts[code], set: set.has(key) })).filter((row) => row.count || row.set);
  if (!rows.length) return null;
  const whole = facet.values.length;
  if (!facet.flag && whole < 2 && !set.size) return null; // nothing to choose
  if (facet.key !== "year") rows.sort((a, b) => Number(b.set) - Number(a.set) || b.count - a.count || a.name.localeCompare(b.name, "en"));
  else rows.reverse();
  const query = sought.get(facet.key) || "";
  const found = rows.filter((row) => row.name.toLowerCase().includes(query));
  const all = opened.has(facet.key) || query;
  const shown = found.slice(0, all ? 200 : SHOWN);
  const field = make("fieldset", { "data-facet": facet.key }, make("legend", {}, facet.name));
  if (rows.length > 2 * SHOWN) {
    const seek = make("input", { type: "search", id: `seek-${facet.key}`, "aria-label": `Find in ${facet.name}`, placeholder: `Find among ${number(rows.length)}`, autocomplete: "off", input: (event) => {
      sought.set(facet.key, event.target.value.trim().toLowerCase());
      field.replaceWith(drawFacet(facet, state, selection));
      const again = byId(`seek-${facet.key}`);
      again.focus();
      again.setSelectionRange(again.value.length, again.value.length);
    } });
    seek.value = query;
    field.append(seek);
  }
  shown.forEach((row, rank) => {
    const id = `facet-${facet.key}-${rank}`;
    const change = () => app.go(facet.flag ? { [facet.key]: !state[facet.key] } : { [facet.key]: toggled(state[facet.key], row.key) });
    const box = make("input", { type: "checkbox", id, change });
    box.checked = row.set;
    field.append(make("label", { for: id }, box, make("span", { class: "name" }, GLOSS[row.name] || row.name), make("span", { class: "number" }, number(row.count))));
  });
  if (found.length > shown.length && !all) field.append(button(`All ${number(found.length)}`, () => { opened.add(facet.key); field.replaceWith(drawFacet(facet, state, selection)); }, { class: "plain" }));
  return field;
}

// What is set, each to be taken back.
function showChips(state) {
  const box = byId("chips");
  const chip = (words, changes) => button(`${words} ×`, () => app.go(changes), { class: "chip", "aria-label": `Take back: ${words}` });
  const found = [];
  for (const facet of facets) {
    if (facet.key === "force") continue;
    if (facet.flag && state[facet.key]) found.push(chip(facet.values[0][1], { [facet.key]: false }));
    if (!facet.flag) for (const key of state[facet.key]) found.push(chip(within(facet.values[facet.rank.get(key)]?.[1] || key, 40), { [facet.key]: toggled(state[facet.key], key) }));
  }
  if (state.from || state.to) found.push(chip([state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(" "), { from: "", to: "" }));
  box.replaceChildren(...found);
  byId("filter").classList.toggle("set", found.length > 0);
}

// The span of time: a bar a year, as high as there are acts, and two handles.
function showSpan(state, selection) {
  const box = byId("span");
  const years = [...new Set(derived.year)].filter(Boolean).sort((a, b) => a - b);
  box.hidden = years.length < 2;
  if (box.hidden) return;
  const [first, last] = [years[0], years[years.length - 1]];
  const inYear = new Map();
  for (let act = 0; act < derived.acts; act += 1) {
    if (!selection.acts[act]) continue;
    const year = derived.year[derived.document[act]];
    inYear.set(year, (inYear.get(year) || 0) + 1);
  }
  const most = Math.max(1, ...inYear.values());
  const [from, to] = [Number(state.from.slice(0, 4)) || first, Number(state.to.slice(0, 4)) || last];
  const wide = last - first + 1;
  const bars = Array.from({ length: wide }, (_, rank) => {
    const year = first + rank;
    const high = 20 * ((inYear.get(year) || 0) / most);
    return shape("rect", { x: rank + 0.08, y: 20 - high, width: 0.84, height: high, class: year < from || year > to ? "out" : undefined });
  });
  const go = (changes) => app.go({ from: changes.from === first ? "" : String(changes.from), to: changes.to === last ? "" : String(changes.to) });
  const handle = (id, name, value, change) => {
    const found = make("input", { type: "range", id, min: first, max: last, step: 1, "aria-label": name, change: (event) => change(Number(event.target.value)) });
    found.value = value;
    return found;
  };
  const focus = document.activeElement?.id;
  box.replaceChildren(make("output", {}, from === to ? String(from) : `${from}–${to}`),
    make("div", { class: "track" }, shape("svg", { viewBox: `0 0 ${wide} 20`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars),
      handle("from", "First year", from, (value) => go({ from: Math.min(value, to), to })),
      handle("to", "Last year", to, (value) => go({ from, to: Math.max(value, from) }))));
  if (focus === "from" || focus === "to") byId(focus).focus();
}
