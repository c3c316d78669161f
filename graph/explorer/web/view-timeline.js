// Obligations by time: when they were laid down, and when they are due or end.
VIEWS.timeline = (() => {
  const LANES = 40;
  let box = null;

  function open(root) {
    box = make("div", { class: "timeline" });
    root.append(box);
  }

  // Obligations with a day, by what is due first; whole days as numbers.
  function dated(selection) {
    const { obligations } = data;
    const found = [];
    for (let one = 0; one < obligations.act.length; one += 1) {
      const end = obligations.due[one] || obligations.until[one];
      if (end && selection.acts[obligations.act[one]]) found.push(one);
    }
    const when = (one) => obligations.due[one] || obligations.until[one];
    return found.sort((a, b) => when(a).localeCompare(when(b)) || a - b);
  }

  function recurring(selection) {
    const found = [];
    data.acts.times.forEach((times, act) => {
      if (selection.acts[act]) for (const [kind, words] of times) if (kind === "recurrence") found.push([act, words]);
    });
    return found;
  }

  function span(rows) {
    const { obligations } = data;
    const starts = rows.map((one) => date(obligations.act[one])).filter(Boolean);
    const ends = rows.map((one) => obligations.due[one] || obligations.until[one]);
    const all = [...starts, ...ends].sort();
    return [Date.parse(all[0]), Date.parse(all[all.length - 1])];
  }

  // A bar from the day of adoption to the day that something is due (a diamond) or ends (a bar's end).
  function chart(rows) {
    const { obligations } = data;
    const [low, high] = span(rows);
    const wide = Math.max(1, high - low);
    const at = (iso) => ((Date.parse(iso) - low) / wide) * 100;
    const first = new Date(low).getUTCFullYear();
    const last = new Date(high).getUTCFullYear();
    const step = Math.max(1, Math.ceil((last - first + 1) / 8));
    const ticks = [];
    for (let year = first; year <= last + 1; year += step) {
      const x = at(`${year}-01-01`);
      if (x >= 0 && x <= 100) ticks.push([x, String(year)]);
    }
    if (ticks.length < 2) {
      ticks.length = 0;
      const months = Math.max(1, Math.ceil(wide / 86_400_000 / 30 / 6));
      const start = new Date(low);
      for (let month = 0; month < 60; month += months) {
        const time = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1 + month, 1);
        if (time > high) break;
        const found = new Date(time);
        ticks.push([((time - low) / wide) * 100, `${MONTHS[found.getUTCMonth()].slice(0, 3)} ${found.getUTCFullYear()}`]);
      }
    }
    const axis = make("div", { class: "axis", "aria-hidden": "true" });
    for (const [x, words] of ticks) {
      const tick = make("span", {}, words);
      tick.style.left = `${x}%`;
      axis.append(tick);
    }
    const list = make("ol", { class: "lanes" });
    inParts(list, rows, LANES, (one) => list.append(lane(one, at)));
    return make("div", { class: "chart" }, axis, list);
  }

  function lane(one, at) {
    const { obligations, acts } = data;
    const act = obligations.act[one];
    const end = obligations.due[one] || obligations.until[one];
    const start = date(act) && date(act) <= end ? date(act) : end;
    const strip = make("span", { class: `strip force-${data.forces[acts.force[act]][0]} ${obligations.due[one] ? "due" : "until"}` });
    strip.style.left = `${at(start)}%`;
    strip.style.width = `${Math.max(0.4, at(end) - at(start))}%`;
    return make("li", {}, make("button", { type: "button", class: "lane", "data-act": actKey(act), click: () => app.go({ chosen: `act:${actKey(act)}`, act: actKey(act) }) },
      make("span", { class: "what" }, make("time", { datetime: end }, obligations.due[one] ? `due ${day(end)}` : `until ${day(end)}`), make("b", {}, actorName(obligations.bearer[one])), ` ${within(actionText(one), 120)} `, make("span", { class: "where" }, `${symbol(act)} ${label(act)}`)),
      make("span", { class: "rail", "aria-hidden": "true" }, strip)));
  }

  function show(state, selection, change) {
    if (change === "chosen" && box.childElementCount) return;
    const rows = dated(selection);
    const often = recurring(selection);
    const parts = [heading("Obligations by date", rows.length ? button("Save as CSV", () => save(rows)) : null)];
    if (rows.length) {
      parts.push(make("p", { class: "muted" }, `${plural(rows.length, "obligation has", "obligations have")} a day by which ${rows.length === 1 ? "it is" : "they are"} due (◆) or until which ${rows.length === 1 ? "it holds" : "they hold"} (❙), from the day of adoption on.`), chart(rows));
    } else {
      parts.push(make("p", { class: "empty" }, "No obligation that passes the filters has a day that the text names or that can be worked out."));
    }
    if (often.length) {
      const list = make("div", { class: "shared" });
      parts.push(make("h3", {}, `Recurring: ${plural(often.length, "act", "acts")}`), list);
      inParts(list, often, 20, ([act, words]) => list.append(make("div", { class: "often" }, make("span", { class: "time" }, words), actLine(act))));
    }
    box.replaceChildren(...parts);
  }

  function save(rows) {
    const { obligations } = data;
    saveCsv("obligations-by-date.csv", [["due", "until", "bearer", "modality", "action", "document", "paragraph", "adopted", "iri"],
      ...rows.map((one) => [obligations.due[one], obligations.until[one], actorName(obligations.bearer[one]), data.modalities[obligations.modality[one]], actionText(one), symbol(obligations.act[one]), label(obligations.act[one]), date(obligations.act[one]), actIri(obligations.act[one])])]);
  }

  return { name: "Timeline", about: "Obligations by the days they are due", open, show, close() { box = null; } };
})();
