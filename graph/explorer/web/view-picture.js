// Who asks whom, in pictures: around the asker, all on a map, by kind, asked together, two side by side.
const VIEWS = {};
const MOVING = 300; // dots beyond which the simulation no longer runs smoothly (of 270 a frame takes 24 ms, of 560 54): they stand still
const DRAWN = 2000; // dots beyond which those of whom least is asked are folded, by kind
const MANY = 70; // arrows around the asker beyond which those of one force are put together
const WIDEST = 6; // pixels of an arrow: more hides the boxes that it passes
const MODES = {
  ring: ["Around", "Those who ask in the middle, those they ask around them"],
  map: ["All", "All actors; near to each other stand those whom the same texts address"],
  kinds: ["By kind", "Kinds of actors around those who ask; a click opens one"],
  together: ["Together", "Actors whom the same texts address"],
  pair: ["Two", "Two actors side by side"],
};
const RELATIONS = { asks: "Who asks whom", condemns: "Who condemns whom" };

VIEWS.picture = (() => {
  let canvas = null;
  let box = null;
  let now = null; // { state, selection, edges }
  let turned = 0; // which part of the actors the ring has, where it cannot have all
  let part = { size: 0, order: [], keys: new Set() };
  const unfolded = new Set(); // kinds that are open
  let room = "";

  function width(acts) {
    return Math.min(WIDEST, 1.4 + 1.1 * (acts - 1) ** 0.6);
  }

  function drawnEdge(edge) {
    const words = { pair: "", force: forceName(edge.force).toLowerCase(), verb: data.verbs[edge.verb] }[edge.by];
    const said = !words ? plural(edge.acts.length, "act", "acts") : edge.acts.length > 1 ? `${words} (${number(edge.acts.length)})` : words;
    return { ...edge, width: width(edge.acts.length), words: said };
  }

  function dot(actor, asked, place, asker) {
    const [x, y] = place || [undefined, undefined];
    return {
      id: actor, x, y, label: within(actorName(actor), 28), hint: `${actorName(actor)}: ${plural(asked, "act", "acts")}`,
      tone: data.groups[derived.actorGroup[actor]][0], known: Boolean(data.actors.known[actor]), middle: asker, dot: asker ? 16 : Math.min(22, 4 + 1.6 * Math.sqrt(asked)),
    };
  }

  // ---- around the asker

  // The askers that ask most, and the others, most asked first.
  function ranked(found) {
    const [asking, asked] = [new Map(), new Map()];
    for (const edge of found) {
      asking.set(edge.from, (asking.get(edge.from) || 0) + edge.acts.length);
      asked.set(edge.to, (asked.get(edge.to) || 0) + edge.acts.length);
      if (!asked.has(edge.from)) asked.set(edge.from, 0);
    }
    const by = (counts) => (a, b) => counts.get(b) - counts.get(a) || (actorName(a) < actorName(b) ? -1 : 1);
    const middle = [...asking.keys()].sort(by(asking)).slice(0, ASKERS);
    return [middle, [...asked.keys()].filter((key) => !middle.includes(key)).sort(by(asked))];
  }

  function arrange(middle, actors, lowest) {
    const named = [...actors].sort((a, b) => actorName(a).localeCompare(actorName(b), "en"));
    const around = data.groups.map((_, group) => named.filter((actor) => derived.actorGroup[actor] === group));
    return arranged(middle, around, canvas.container.clientWidth || 300, canvas.container.clientHeight || 300, lowest);
  }

  // What fits is drawn: all actors, else so many of them.
  function ring() {
    const [middle, order] = ranked(now.edges);
    let size = Math.min(order.length, MOST);
    let found = arrange(middle, order.slice(0, size), SMALLEST);
    if (order.length > MOST || found.scale < SMALLEST) {
      // The most that can be read: more of them never have more room.
      let [fits, fails] = [Math.min(FEWEST, order.length), size + 1];
      while (fails - fits > 1) {
        size = Math.floor((fits + fails) / 2);
        if (arrange(middle, order.slice(0, size), READABLE).boxes.length) fits = size;
        else fails = size;
      }
      size = fits;
      found = arrange(middle, order.slice(0, size));
      turned = Math.max(0, Math.min(turned, Math.ceil(order.length / size) - 1)) || 0;
      if (turned) found = arrange(middle, order.slice(turned * size, (turned + 1) * size));
    } else {
      turned = 0;
    }
    part = { size, order, keys: new Set(found.boxes.map((one) => one.key)) };
    const last = Math.min(order.length, (turned + 1) * size);
    tell(order.length > size ? `Around the middle: ${number(turned * size + 1)}–${number(last)} of ${number(order.length)}` : "", order.length > size ? [turned > 0, last < order.length] : null);
    const nodes = found.boxes.map((one) => ({
      id: one.key, x: one.x, y: one.y, label: one.label, width: one.width, middle: one.middle,
      tone: data.groups[derived.actorGroup[one.key]][0], known: Boolean(data.actors.known[one.key]),
    }));
    const there = (edge) => part.keys.has(edge.from) && part.keys.has(edge.to);
    let drawn = now.edges.filter(there);
    if (drawn.length > MANY) {
      drawn = edgesOf(now.selection, now.state.relation, "force").filter(there);
      byId("part").hidden = false;
      byId("which").append(`${byId("which").textContent ? " · " : ""}one arrow a force`);
    }
    const edges = drawn.map(drawnEdge);
    return { nodes, edges, scale: found.scale, moving: false };
  }

  // ---- all, by pair; and asked together

  function placeOf(actor) {
    const { x, y } = data.actors;
    return x[actor] === null ? null : [x[actor], y[actor]];
  }

  // The most asked actors, as dots with places, and what is told of those left out.
  function dots() {
    const order = mostAsked(now.edges);
    const askers = new Set(now.edges.map((edge) => edge.from));
    const placed = order.filter(([actor]) => placeOf(actor));
    const kept = placed.slice(0, DRAWN);
    const nodes = kept.map(([actor, asked]) => dot(actor, asked, placeOf(actor), askers.has(actor)));
    const folded = [...placed.slice(DRAWN), ...order.filter(([actor]) => !placeOf(actor))];
    return { nodes, askers: [...askers].filter((actor) => !kept.some(([one]) => one === actor)), folded };
  }

  function map() {
    const { nodes, askers, folded } = dots();
    askers.forEach((actor, rank) => nodes.push({ ...dot(actor, 1, [0, rank * 60], true), label: actorName(actor) }));
    const there = new Set(nodes.map((node) => node.id));
    const pairs = edgesOf(now.selection, now.state.relation, "pair");
    const edges = pairs.filter((edge) => there.has(edge.from) && there.has(edge.to)).map((edge) => ({ ...drawnEdge(edge), width: Math.min(4, 0.7 + 0.25 * Math.sqrt(edge.acts.length)), faint: true }));
    tellFolded(folded, nodes.length);
    return { nodes, edges, scale: null, moving: nodes.length <= MOVING && !reduced() };
  }

  // Folded actors stand there as their kinds, to be opened.
  function tellFolded(folded, drawn) {
    if (!folded.length) {
      tell(`${number(drawn)} actors; the size says how much is asked of each`);
      return;
    }
    const kinds = new Map();
    for (const [actor] of folded) kinds.set(data.actors.kind[actor], (kinds.get(data.actors.kind[actor]) || 0) + 1);
    const words = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, many]) => `${data.kinds[kind][1]} (${number(many)})`);
    tell(`${number(drawn)} actors; folded, as least is asked of them: ${words.join(", ")}`);
    byId("which").append(" ", button("By kind", () => app.go({ mode: "kinds" }), { class: "plain" }));
  }

  function reduced() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  function together_() {
    const { nodes, folded } = dots();
    const there = new Set(nodes.map((node) => node.id));
    const ties = new Map();
    const kept = [];
    // The strongest ties of each: all of them would be one grey cloud.
    for (const pair of together(now.edges)) {
      if (!there.has(pair.from) || !there.has(pair.to)) continue;
      const few = Math.min(ties.get(pair.from) || 0, ties.get(pair.to) || 0);
      if (few >= 4 || (pair.shared.length < 2 && !pair.alone && few >= 1)) continue;
      for (const one of [pair.from, pair.to]) ties.set(one, (ties.get(one) || 0) + 1);
      kept.push(pair);
    }
    const edges = kept.map((pair) => ({
      id: `${pair.from} ${pair.to}`, from: pair.from, to: pair.to, force: NONE, arrow: false, width: Math.min(WIDEST, 0.6 + 0.5 * Math.sqrt(pair.shared.length)), faint: true,
      words: plural(pair.shared.length, ...(pair.alone ? ["act", "acts"] : ["text", "texts"])), pair,
    }));
    tellFolded(folded, nodes.length);
    const same = kept[0]?.alone ? "acts" : "texts";
    byId("which").prepend(edges.length ? `A line: the same ${same} ask something of both; the strongest four of each. ` : "No two are asked something together. ");
    return { nodes, edges, scale: null, moving: nodes.length <= MOVING && !reduced() };
  }

  // ---- by kind

  function kinds() {
    const order = mostAsked(now.edges);
    const askers = [...new Set(now.edges.map((edge) => edge.from))].slice(0, ASKERS);
    const byKind = new Map();
    for (const [actor, asked] of order) {
      const kind = data.actors.kind[actor];
      if (!byKind.has(kind)) byKind.set(kind, []);
      byKind.get(kind).push([actor, asked]);
    }
    const nodes = askers.map((actor, rank) => ({ id: actor, x: 0, y: rank * 70 - (askers.length - 1) * 35, label: actorName(actor), middle: true, tone: "un", known: true }));
    const where = new Map(); // of each actor: the node that stands for it
    const sorted = [...byKind].sort((a, b) => derived.actorGroup[a[1][0][0]] - derived.actorGroup[b[1][0][0]] || b[1].length - a[1].length);
    sorted.forEach(([kind, members], rank) => {
      const angle = (2 * Math.PI * rank) / sorted.length - Math.PI / 2;
      const [x, y] = [310 * Math.cos(angle), 215 * Math.sin(angle)];
      const tone = data.groups[derived.actorGroup[members[0][0]]][0];
      const id = `kind:${data.kinds[kind][0]}`;
      if (!unfolded.has(kind)) {
        nodes.push({ id, x, y, tone, known: true, label: `${data.kinds[kind][1]}\n${plural(members.length, "actor", "actors")}`, hint: `${data.kinds[kind][1]}: a click opens it` });
        for (const [actor] of members) where.set(actor, id);
        return;
      }
      const shown = members.slice(0, 40);
      shown.forEach(([actor, asked], place) => {
        const turn = place * 2.4; // the golden angle: a spiral without gaps
        const reach = 46 * Math.sqrt(place + 0.5);
        nodes.push(dot(actor, asked, [x * 1.9 + reach * Math.cos(turn), y * 1.9 + reach * Math.sin(turn)], false));
        where.set(actor, actor);
      });
      if (members.length > shown.length) {
        nodes.push({ id, x: x * 1.2, y: y * 1.2, tone, known: true, label: `${number(members.length - shown.length)} more:\n${data.kinds[kind][1]}` });
        for (const [actor] of members.slice(shown.length)) where.set(actor, id);
      }
    });
    const found = new Map();
    for (const edge of now.edges) {
      const to = where.get(edge.to);
      if (to === undefined || !askers.includes(edge.from)) continue;
      const key = `${edge.from}>${to}`;
      const sum = found.get(key) || { id: key, from: edge.from, to, forces: data.forces.map(() => 0), acts: new Set() };
      sum.forces[edge.force] += edge.acts.length;
      edge.acts.forEach((act) => sum.acts.add(act));
      found.set(key, sum);
    }
    // In the colour of the force that is most frequent.
    const edges = [...found.values()].filter((edge) => edge.from !== edge.to).map((edge) => ({ ...edge, force: edge.forces.indexOf(Math.max(...edge.forces)), width: Math.min(WIDEST, 1 + 0.35 * Math.sqrt(edge.acts.size)), words: plural(edge.acts.size, "act", "acts") }));
    tell(sorted.length ? `Folded: ${sorted.filter(([kind]) => !unfolded.has(kind)).map(([kind, members]) => `${data.kinds[kind][1]} (${number(members.length)})`).join(", ") || "nothing"}.${unfolded.size ? "" : " A click opens a kind."}` : "");
    if (unfolded.size) byId("which").append(" ", button("Fold all", () => { unfolded.clear(); refresh(); }, { class: "plain" }));
    return { nodes, edges, scale: null, moving: false };
  }

  // ---- two side by side

  function pair() {
    const order = mostAsked(now.edges);
    const keys = now.state.pair.split("~").map((key) => derived.actorByKey.get(key));
    const chosen = [keys[0] ?? order[0]?.[0], keys[1] ?? order.find(([actor]) => actor !== (keys[0] ?? order[0][0]))?.[0]];
    if (chosen.includes(undefined)) return nothing(now.state);
    const sides = chosen.map((actor) => actsOf(now.edges.filter((edge) => edge.to === actor)));
    const both = new Set(sides[0].filter((act) => sides[1].includes(act)));
    const texts = sides.map((acts) => new Set(acts.map((act) => derived.document[act])));
    const shared = [...texts[0]].filter((one) => texts[1].has(one));
    const picker = (side) => {
      const found = make("select", { "aria-label": side ? "Right actor" : "Left actor", change: (event) => {
        const next = [...chosen];
        next[side] = Number(event.target.value);
        app.go({ pair: next.map((actor) => data.actors.id[actor]).join("~") });
      } }, order.slice(0, 800).map(([actor, asked]) => make("option", { value: actor }, `${within(actorName(actor), 60)} (${asked})`)));
      found.value = String(chosen[side]);
      return found;
    };
    const column = (side) => make("section", { class: "side", "aria-label": actorName(chosen[side]) }, picker(side),
      make("p", { class: "muted" }, data.actors.full[chosen[side]] || kindName(chosen[side]) || "\u00a0"),
      forceBars(sides[side]), verbList(sides[side]));
    const list = make("div", { class: "shared" }, make("h3", {}, both.size ? `Asked of both at once: ${plural(both.size, "act", "acts")}` : "Nothing is asked of both at once"));
    inParts(list, [...both], 12, (act) => list.append(actLine(act)));
    return make("div", { class: "pair" },
      make("p", { class: "lead" }, shared.length ? `${plural(shared.length, "text asks", "texts ask")} something of both.` : "No text asks something of both."),
      make("div", { class: "sides" }, column(0), column(1)), list);
  }

  // ---- the frame around it

  // A line on what the picture shows, with the buttons that turn it over.
  function tell(words, turns = null) {
    byId("part").hidden = !words && !turns;
    byId("which").textContent = words;
    for (const id of ["before", "after"]) byId(id).hidden = !turns;
    if (turns) [byId("before").disabled, byId("after").disabled] = turns.map((can) => !can);
  }

  function modeOf(state) {
    return MODES[state.mode] ? state.mode : "ring";
  }

  function open(root) {
    const mode = (key) => button(MODES[key][0], () => app.go({ mode: key === "ring" ? "" : key }), { "data-mode": key, title: MODES[key][1] });
    const relation = (key) => button(RELATIONS[key], () => app.go({ relation: key, chosen: "", act: "" }), { "data-relation": key });
    const both = new Set(data.arrows.relation).size > 1;
    box = make("div", { class: "picture" },
      make("div", { class: "modes" },
        make("div", { role: "group", class: "choice", "aria-label": "Kind of picture" }, Object.keys(MODES).map(mode)),
        both ? make("div", { role: "group", class: "choice", "aria-label": "What an arrow says" }, Object.keys(RELATIONS).map(relation)) : null),
      make("div", { id: "part", role: "group", "aria-label": "Part of the actors", hidden: true },
        make("span", { id: "which", role: "status" }),
        button("←", () => turn(-1), { id: "before", "aria-label": "More asked" }), button("→", () => turn(1), { id: "after", "aria-label": "Less asked" })),
      make("div", { id: "canvas" }, make("div", { id: "mynetwork", role: "img", "aria-label": "Arrows from those who ask to those who are asked. The view “Table” has the same arrows and works with the keyboard." })),
      make("div", { id: "aside", hidden: true }),
      make("div", { id: "below" }, make("ul", { id: "groups", "aria-label": "Kinds of actors" }),
        make("div", { id: "tools", role: "group", "aria-label": "The picture" },
          button("PNG", () => savePng(canvas, "who-asks-whom"), { "aria-label": "Save the picture as PNG", class: "wide" }),
          button("SVG", () => saveSvg(canvas, "who-asks-whom"), { "aria-label": "Save the picture as SVG", class: "wide" }),
          button("+", () => canvas.zoom(1.3), { id: "closer", "aria-label": "Closer" }),
          button("−", () => canvas.zoom(1 / 1.3), { id: "farther", "aria-label": "Farther" }),
          button("⤢", () => canvas.fit(), { id: "whole", "aria-label": "Whole picture" }))));
    root.append(box);
    measure();
    canvas = createCanvas(byId("mynetwork"), { node: chooseNode, edge: chooseEdge, none: () => app.go({ chosen: "", act: "" }) });
    canvas.network.on("resize", resized);
    drawGroups();
  }

  function drawGroups() {
    const there = new Set(data.arrows.actor.map((actor) => derived.actorGroup[actor]));
    data.groups.forEach(([key, name], group) => {
      if (there.has(group)) byId("groups").append(make("li", {}, make("i", { class: `swatch ${key}` }), name));
    });
    if (data.arrows.actor.some((actor) => !data.actors.known[actor])) byId("groups").append(make("li", {}, make("i", { class: "swatch unknown" }), "Not in the authority file"));
  }

  function chooseNode(id) {
    if (typeof id === "string") {
      const kind = data.kinds.findIndex(([key]) => `kind:${key}` === id);
      unfolded.add(kind);
      app.go({ chosen: id, act: "" });
      refresh();
    } else {
      app.go({ chosen: `actor:${data.actors.id[id]}`, act: "" });
    }
  }

  function chooseEdge(id) {
    const edge = canvas.scene.edges.find((one) => one.id === id);
    if (!edge) return;
    if (edge.pair) app.go({ mode: "pair", pair: [edge.from, edge.to].map((actor) => data.actors.id[actor]).join("~") });
    else if (typeof edge.to === "string") app.go({ chosen: edge.to, act: "" });
    else if (modeOf(now.state) === "kinds") app.go({ chosen: `actor:${data.actors.id[edge.to]}`, act: "" });
    else app.go({ chosen: `arrow:${id}`, act: "" });
  }

  // On a narrow page the picture is as high as the window leaves it room for, and a little of what follows.
  function measure() {
    const top = byId("canvas").getBoundingClientRect().top + scrollY;
    const high = Math.min(900, Math.max(360, window.innerHeight - top - 80));
    document.documentElement.style.setProperty("--tall", `${Math.round(high)}px`);
    measure.width = document.documentElement.clientWidth;
  }

  function resized() {
    // A telephone's bars come and go while it scrolls: only another width is another room.
    if (document.documentElement.clientWidth !== measure.width) measure();
    const { clientWidth, clientHeight } = canvas.container;
    const next = `${clientWidth} ${clientHeight}`;
    if (!clientWidth || next === room) return;
    room = next;
    queueMicrotask(() => { if (canvas && now) refresh(); }); // behind vis, which goes on to scale its old view to the new room
  }

  function turn(step) {
    turned += step;
    refresh();
  }

  // Ids of the lines that stand out.
  function litBy(state, edges) {
    const at = state.chosen.indexOf(":");
    const [what, key] = [state.chosen.slice(0, at), state.chosen.slice(at + 1)];
    if (what === "arrow") {
      const exact = edges.filter((edge) => edge.id === key);
      return new Set((exact.length ? exact : edges.filter((edge) => key.split(":")[0] === edge.id.split?.(":")[0])).map((edge) => edge.id));
    }
    if (what === "actor") {
      const actor = derived.actorByKey.get(key);
      return new Set(edges.filter((edge) => edge.from === actor || edge.to === actor).map((edge) => edge.id));
    }
    if (what === "kind") return new Set(edges.filter((edge) => edge.to === state.chosen).map((edge) => edge.id));
    return null;
  }

  // The ring is turned to where what is chosen stands.
  function turnTo(state) {
    const at = state.chosen.indexOf(":");
    const key = state.chosen.slice(at + 1).replace(/^.*?>/, "").split(":")[0];
    const rank = part.order.indexOf(derived.actorByKey.get(key));
    if (rank < 0 || part.keys.has(part.order[rank])) return false;
    turned = Math.floor(rank / part.size);
    return true;
  }

  function refresh() {
    const mode = modeOf(now.state);
    const flat = mode === "pair";
    byId("canvas").hidden = byId("tools").hidden = byId("groups").hidden = flat;
    byId("aside").hidden = !flat;
    if (flat) {
      tell("");
      byId("aside").replaceChildren(pair());
      return;
    }
    const scenes = { ring, map, kinds, together: together_ };
    let scene = scenes[mode]();
    if (mode === "ring" && now.state.chosen && turnTo(now.state)) scene = ring();
    const lit = litBy(now.state, scene.edges);
    canvas.draw({ ...scene, name: mode, lit: lit && lit.size ? lit : null });
  }

  return {
    name: "Picture",
    about: "Who asks whom, drawn",
    open,
    show(state, selection, change) {
      const same = now && change === "chosen" && modeOf(state) === modeOf(now.state);
      if (!same && now && selection !== now.selection) turned = 0;
      now = { state, selection, edges: same ? now.edges : edgesOf(selection, state.relation) };
      for (const one of box.querySelectorAll("[data-mode]")) one.setAttribute("aria-pressed", String(one.dataset.mode === modeOf(state)));
      for (const one of box.querySelectorAll("[data-relation]")) one.setAttribute("aria-pressed", String(one.dataset.relation === state.relation));
      if (same && modeOf(state) !== "pair" && canvas.scene.nodes.length && !(modeOf(state) === "ring" && turnTo(state))) {
        const lit = litBy(state, canvas.scene.edges);
        canvas.light(lit && lit.size ? lit : null);
        if (!state.chosen) canvas.network.unselectAll();
        return;
      }
      refresh();
    },
    close() {
      canvas.destroy();
      canvas = now = box = null;
      room = "";
    },
    get picture() { return canvas; },
    turn,
  };
})();
