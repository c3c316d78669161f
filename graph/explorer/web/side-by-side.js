// Two actors side by side: what is asked of each, and of both.
function sideBySide(now) {
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
