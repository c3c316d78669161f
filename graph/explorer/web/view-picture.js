// Who asks whom, in pictures: around the asker, all on a map, by kind, asked together, two side by side.
const VIEWS = {};
const MANY = 70; // arrows around the asker beyond which those of one force are put together
const MODES = {
  ring: ["Around", "Those who ask in the middle, those they ask around them"],
  map: ["All", "All actors; near to each other stand those whom the same texts address"],
  kinds: ["By kind", "Kinds of actors around those who ask; a click opens one"],
  communities: ["Circles", "Communities of actors whom the same texts address; a click opens one"],
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
  let room = "";

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

  // ---- the frame around it

  // A line on what the picture shows, with the buttons that turn it over.
  function tell(words, turns = null) {
    byId("part").hidden = !words && !turns;
    byId("which").textContent = words;
    for (const id of ["before", "after"]) byId(id).hidden = !turns;
    if (turns) [byId("before").disabled, byId("after").disabled] = turns.map((can) => !can);
  }

  function modeOf(state) {
    return Object.hasOwn(MODES, state.mode) ? state.mode : "ring";
  }

  function open(root) {
    const mode = (key) => button(MODES[key][0], () => app.go({ mode: key === "ring" ? "" : key, open: "" }), { "data-mode": key, title: MODES[key][1] });
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
      app.go({ open: withGroup(now.state, id.slice(id.indexOf(":") + 1)), chosen: id, act: "" });
    } else {
      app.go({ chosen: `actor:${data.actors.id[id]}`, act: "" });
    }
  }

  function chooseEdge(id) {
    const edge = canvas.scene.edges.find((one) => one.id === id);
    if (!edge) return;
    if (edge.pair) app.go({ mode: "pair", pair: [edge.from, edge.to].map((actor) => data.actors.id[actor]).join("~") });
    else if (typeof edge.to === "string") app.go({ chosen: edge.to, act: "" });
    else if (GROUPINGS[modeOf(now.state)]) app.go({ chosen: `actor:${data.actors.id[edge.to]}`, act: "" });
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
    if (what === "kind" || what === "community") return new Set(edges.filter((edge) => edge.to === state.chosen).map((edge) => edge.id));
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
      byId("aside").replaceChildren(sideBySide(now));
      return;
    }
    const scenes = {
      ring,
      map: () => mapScene(now, tell),
      together: () => togetherScene(now, tell),
      kinds: () => groupsScene(now, tell, GROUPINGS.kinds),
      communities: () => groupsScene(now, tell, GROUPINGS.communities),
    };
    let scene = scenes[mode]();
    if (mode === "ring" && now.state.chosen && turnTo(now.state)) scene = ring();
    const lit = litBy(now.state, scene.edges);
    canvas.draw({ ...scene, name: mode, lit: lit && lit.size ? lit : null });
  }

  return {
    name: "Picture",
    about: "Who asks whom, drawn",
    scope: (state) => state.relation,
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
