// The panel: what the page is about, or the acts behind what is chosen, one after the other.
const BATCH = 40;
let listed = []; // the acts in the panel

// What a key in the address means: { title, subject, acts }, or null.
function chosenOf(state, selection) {
  const [what, key] = [state.chosen.slice(0, state.chosen.indexOf(":")), state.chosen.slice(state.chosen.indexOf(":") + 1)];
  if (what === "arrow") {
    const edge = edgeOf(key, selection, state.relation);
    if (!edge) return null;
    const verb = edge.verb === NONE ? "" : data.verbs[edge.verb];
    const about = [verb, forceName(edge.force).toLowerCase(), plural(edge.acts.length, "act", "acts")].filter(Boolean);
    return { title: `${actorName(edge.from)} → ${actorName(edge.to)}`, subject: [...new Set(about)].join(" · "), acts: edge.acts };
  }
  if (what === "actor") {
    const actor = derived.actorByKey.get(key);
    if (actor === undefined) return null;
    const acts = actsOf(edgesOf(selection, state.relation).filter((edge) => edge.to === actor || edge.from === actor));
    const about = [data.actors.full[actor], kindName(actor), plural(acts.length, "act", "acts")];
    return { title: actorName(actor), subject: about.filter(Boolean).join(" · "), acts, actor };
  }
  const grouping = Object.values(GROUPINGS).find((one) => one.what === what);
  if (grouping) {
    const edges = edgesOf(selection, state.relation).filter((edge) => grouping.key(grouping.of(edge.to)) === key);
    if (!edges.length) return null;
    const acts = actsOf(edges);
    return { title: grouping.name(grouping.of(edges[0].to)), subject: [plural(mostAsked(edges).length, "actor", "actors"), plural(acts.length, "act", "acts")].join(" · "), acts };
  }
  if (what === "instrument") {
    const acts = [];
    const { citations, instruments } = data;
    const named = (one) => instruments.name[one] === key || (instruments.whole[one] >= 0 && instruments.name[instruments.whole[one]] === key);
    citations.act.forEach((act, row) => { if (selection.acts[act] && acts[acts.length - 1] !== act && named(citations.instrument[row])) acts.push(act); });
    return acts.length ? { title: key, subject: `cited by ${plural(acts.length, "act", "acts")}`, acts } : null;
  }
  if (what === "act") {
    const act = actOf(key);
    return act === undefined ? null : { title: data.acts.printed[act], subject: `${actorName(data.acts.issuer[act])} · ${symbol(act)} ${label(act)}`, acts: [act] };
  }
  return null;
}

function showPanel(state, selection) {
  const chosen = state.chosen ? chosenOf(state, selection) : null;
  byId("back").hidden = byId("roles").hidden = !chosen;
  if (!chosen) {
    showOverview(state, selection);
    return;
  }
  byId("chosen").textContent = chosen.title;
  byId("subject").textContent = chosen.subject;
  listed = chosen.acts;
  drawRoles(listed);
  const box = byId("clauses");
  box.replaceChildren();
  if (chosen.actor !== undefined) box.append(make("p", { class: "links" }, button("All about this actor", () => app.go({ view: "actors", open: data.actors.id[chosen.actor] }))));
  inParts(box, listed, BATCH, (act) => box.append(clause(act)));
  box.scrollTop = 0;
  showSteps(state);
}

// Next and previous, where there are several acts.
function showSteps(state) {
  const box = byId("steps");
  const at = listed.findIndex((act) => actKey(act) === state.act);
  box.hidden = listed.length < 2;
  if (box.hidden) return;
  const step = (to) => app.go({ act: actKey(listed[to]) }, { keep: true });
  box.replaceChildren(
    button("← Previous", () => step(at - 1), { id: "previous", disabled: at < 1 }),
    make("span", { id: "at" }, at < 0 ? plural(listed.length, "act", "acts") : `${at + 1} of ${number(listed.length)}`),
    button("Next →", () => step(at + 1), { id: "next", disabled: at >= listed.length - 1 }));
  showAct(state, at);
}

function showAct(state, at) {
  const box = byId("clauses");
  while (at >= box.querySelectorAll("article").length && box.querySelector(":scope > .more")) box.querySelector(":scope > .more").click();
  for (const one of box.querySelectorAll("article")) {
    const here = one.dataset.act === state.act;
    one.classList.toggle("current", here);
    if (here && box.scrollHeight > box.clientHeight) box.scrollTop = one.offsetTop - box.offsetTop - 8;
    else if (here && narrow()) one.scrollIntoView({ block: "nearest" });
  }
}

// What there is, and the actors that most is asked of.
function showOverview(state, selection) {
  listed = [];
  const edges = edgesOf(selection, state.relation);
  const order = mostAsked(edges);
  const acts = actsOf(edges);
  byId("steps").hidden = true;
  byId("chosen").textContent = `${plural(acts.length, "act", "acts")}, ${plural(order.length, "actor", "actors")}`;
  byId("subject").textContent = order.length ? "Choose an arrow or an actor to read the words behind it." : "";
  const box = byId("clauses");
  if (!order.length) {
    box.replaceChildren(nothing(state));
    return;
  }
  const list = make("ul", { class: "list" });
  box.replaceChildren(list);
  const most = order[0][1];
  inParts(box, order, BATCH, ([actor, asked]) => {
    const found = make("button", { type: "button", title: data.actors.full[actor] || undefined, click: () => app.go({ chosen: `actor:${data.actors.id[actor]}`, act: "" }) },
      make("span", {}, make("i", { class: `swatch ${data.groups[derived.actorGroup[actor]][0]}${data.actors.known[actor] ? "" : " unknown"}` }), actorName(actor)),
      make("span", { class: "number" }, plural(asked, "act", "acts")), bar(asked / most));
    list.append(make("li", {}, found));
  });
}

function bar(share) {
  return shape("svg", { class: "bar", width: "100%", height: 3, preserveAspectRatio: "none", viewBox: "0 0 100 3", "aria-hidden": "true" },
    shape("rect", { width: Math.max(0.5, share * 100), height: 3 }));
}

// What an empty view says.
function nothing(state) {
  const found = make("div", { class: "empty" }, make("p", {}, data.acts.id.length ? "No act passes the filters." : "No act was read."));
  if (filtered(state)) found.append(button("Take all filters back", () => app.go(unfiltered()), { class: "plain" }));
  return found;
}
