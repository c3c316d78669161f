// An actor: what it is asked, by force and time, and with whom.
VIEWS.actors = (() => {
  let box = null;

  function open(root) {
    box = make("div", { class: "actors" });
    root.append(box);
  }

  // Who is addressed by the same acts, most often first.
  function companions(actor, acts) {
    const counts = new Map();
    for (const act of acts) {
      const there = new Set();
      for (let arrow = derived.arrowsOf[act]; arrow < derived.arrowsOf[act + 1]; arrow += 1) there.add(data.arrows.actor[arrow]);
      if (!there.has(actor)) continue;
      there.delete(actor);
      for (const other of there) counts.set(other, (counts.get(other) || 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1] || actorName(a[0]).localeCompare(actorName(b[0]), "en"));
  }

  function about(actor, state, selection, edges) {
    const { actors, obligations } = data;
    const acts = actsOf(edges.filter((edge) => edge.to === actor));
    const asks = actsOf(edges.filter((edge) => edge.from === actor));
    const names = [actors.full[actor], kindName(actor), actors.known[actor] ? "" : "not in the authority file"].filter(Boolean).join(" · ");
    const other = actors.names[actor].filter((one) => one !== actors.full[actor] && one !== actors.name[actor]).slice(0, 6);
    const found = make("div", { class: "text" }, heading(actorName(actor)), make("p", { class: "muted" }, names),
      other.length ? make("p", { class: "muted" }, `Also: ${other.join(", ")}`) : null);
    if (asks.length) {
      found.append(make("p", {}, `It asks: ${plural(asks.length, "act", "acts")}, of ${plural(mostAsked(edges.filter((edge) => edge.from === actor)).length, "actor", "actors")}. `,
        button("See them drawn", () => app.go({ view: "picture", mode: "", chosen: `actor:${actors.id[actor]}` }), { class: "plain" })));
    }
    if (!acts.length) {
      found.append(make("p", { class: "empty" }, asks.length ? "Nobody asks anything of it here." : "No act that passes the filters names it."));
      return found;
    }
    const texts = new Set(acts.map((act) => derived.document[act]));
    found.append(make("p", { class: "lead" }, `${plural(acts.length, "act", "acts")} in ${plural(texts.size, "text", "texts")} ${state.relation === "condemns" ? "condemn" : "ask something of"} it.`));
    found.append(make("div", { class: "tiles" },
      tile("By force", forceBars(acts)),
      tile("By year", yearBars(acts)),
      tile("In these verbs", verbList(acts))));
    const due = [];
    for (const act of acts) {
      if (!selection.acts[act]) continue;
      for (let one = derived.obligationsOf[act]; one < derived.obligationsOf[act + 1]; one += 1) {
        if (obligations.bearer[one] === actor && (obligations.due[one] || obligations.until[one])) due.push(one);
      }
    }
    if (due.length) {
      due.sort((a, b) => (obligations.due[a] || obligations.until[a]).localeCompare(obligations.due[b] || obligations.until[b]));
      const list = make("ul", { class: "dues" });
      found.append(make("h3", {}, "Due dates"), list);
      inParts(list, due, 12, (one) => list.append(make("li", {}, make("time", {}, obligations.due[one] ? day(obligations.due[one]) : `until ${day(obligations.until[one])}`),
        button(within(actionText(one), 140), () => app.go({ chosen: `act:${actKey(obligations.act[one])}`, act: actKey(obligations.act[one]) }), { class: "plain" }))));
    }
    const with_ = companions(actor, acts);
    if (with_.length) {
      const list = make("ul", { class: "with" });
      found.append(make("h3", {}, "Asked together with"), list);
      inParts(list, with_, 14, ([one, many]) => list.append(make("li", {}, button(`${actorName(one)} (${number(many)})`, () => app.go({ view: "picture", mode: "pair", pair: `${actors.id[actor]}~${actors.id[one]}` }), { class: "chip", title: "See the two side by side" }))));
    }
    const list = make("div", { class: "shared" });
    found.append(make("h3", {}, state.relation === "condemns" ? "What it is condemned for" : "What it is asked"), list);
    inParts(list, acts, 30, (act) => list.append(actLine(act)));
    return found;
  }

  function tile(name, content) {
    return content ? make("section", { class: "tile" }, make("h3", {}, name), content) : null;
  }

  return {
    name: "Actors",
    about: "What each actor is asked, when, and with whom",
    scope: (state) => state.relation,
    open,
    show(state, selection, change) {
      if (change === "chosen" && box.childElementCount) return;
      const edges = edgesOf(selection, state.relation);
      const order = mostAsked(edges);
      const asked = derived.actorByKey.get(state.open) ?? order[0]?.[0];
      if (asked === undefined) {
        box.replaceChildren(nothing(state));
        return;
      }
      const rows = order.map(([actor, many]) => ({
        key: data.actors.id[actor], name: actorName(actor), title: data.actors.full[actor], number: number(many),
        mark: make("i", { class: `swatch ${data.groups[derived.actorGroup[actor]][0]}${data.actors.known[actor] ? "" : " unknown"}` }),
        words: [data.actors.name[actor], data.actors.full[actor], ...data.actors.names[actor]].join(" ").toLowerCase(),
      }));
      box.replaceChildren(chooser("Actors", rows, data.actors.id[asked], (key) => app.go({ open: key })), about(asked, state, selection, edges));
    },
    close() { box = null; },
  };
})();
