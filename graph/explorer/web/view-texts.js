// A document as text, with what it does in the margin.
VIEWS.texts = (() => {
  let box = null;
  let drawn = null; // what is drawn: the document and the selection

  function open(root) {
    box = make("div", { class: "texts" });
    root.append(box);
  }

  function documentsIn(selection) {
    const counts = new Map();
    for (let act = 0; act < derived.acts; act += 1) {
      if (selection.acts[act]) counts.set(derived.document[act], (counts.get(derived.document[act]) || 0) + 1);
    }
    return counts;
  }

  function row(paragraph, acts, selection) {
    const name = data.paragraphs.label[paragraph];
    const depth = (name.match(/\(/g) || []).length;
    const marks = acts.flatMap((act) => data.acts.passages[act].filter(([one]) => one === paragraph).flatMap(([, found]) => found));
    const own = acts.filter((act) => data.acts.paragraph[act] === paragraph);
    const text = make("div", { class: "passage" }, ...marked(data.paragraphs.text[paragraph], marks));
    return make("div", { class: `row depth-${Math.min(depth, 3)} ${name.startsWith("PP") ? "preamble" : ""}`, "data-paragraph": paragraph },
      make("div", { class: "label" }, shortLabel(name)), text,
      make("div", { class: "margin" }, own.map((act) => marginal(act, selection.acts[act]))));
  }

  // The headings of a text by the paragraph that they stand above; those behind its last one by NONE.
  function headingsIn(document_) {
    const found = new Map();
    for (let one = derived.headingsOf[document_]; one < derived.headingsOf[document_ + 1]; one += 1) {
      const paragraph = data.headings.paragraph[one];
      if (!found.has(paragraph)) found.set(paragraph, []);
      found.get(paragraph).push(make("h3", { class: "heading" }, data.headings.text[one]));
    }
    return found;
  }

  // "OP2(c)" as "(c)" below "OP2"; the printed number is what a reader looks for.
  function shortLabel(name) {
    const item = name.match(/\(([^()]*)\)$/);
    if (item) return `(${item[1]})`;
    return name.replace(/^OP/, "").replace(/^P(?=\d)/, "") || "";
  }

  function marginal(act, chosen) {
    const { arrows, acts } = data;
    const whom = [];
    for (let arrow = derived.arrowsOf[act]; arrow < derived.arrowsOf[act + 1]; arrow += 1) whom.push(actorName(arrows.actor[arrow]));
    const due = [...new Set(acts.times[act].map(([, , one]) => one).filter(Boolean))];
    return make("button", { type: "button", class: `note force-${data.forces[acts.force[act]][0]}${chosen ? "" : " out"}`, "data-act": actKey(act), click: () => app.go({ chosen: `act:${actKey(act)}`, act: actKey(act) }) },
      make("b", {}, data.verbs[acts.verb[act]]), whom.length ? make("span", {}, ` → ${within([...new Set(whom)].join(", "), 90)}`) : null,
      ...due.map((one) => make("span", { class: "due" }, `due ${day(one)}`)));
  }

  function draw(document_, state, selection, counts) {
    const { documents } = data;
    const [first, last] = [derived.paragraphsOf[document_], derived.paragraphsOf[document_ + 1]];
    const reaching = new Map(); // acts by paragraph that they reach
    for (let act = 0; act < derived.acts; act += 1) {
      if (derived.document[act] !== document_) continue;
      for (const [paragraph] of data.acts.passages[act]) {
        if (!reaching.has(paragraph)) reaching.set(paragraph, []);
        reaching.get(paragraph).push(act);
      }
    }
    const order = [...counts.keys()].sort((a, b) => (documents.date[b[0]] || "").localeCompare(documents.date[a[0]] || "") || b - a);
    const list = order.map((one) => ({ key: documents.id[one], name: documents.id[one], title: documents.title[one], number: plural(counts.get(one), "act", "acts"), words: `${documents.id[one]} ${documents.title[one]}`.toLowerCase() }));
    const text = make("div", { class: "text" });
    const at = order.indexOf(document_);
    const go = (to) => app.go({ open: documents.id[order[to]], act: "", chosen: "" });
    text.append(make("div", { class: "view-head" },
      make("div", {}, make("h2", {}, officialLink(document_, documents.id[document_])),
        make("p", { class: "muted" }, [documents.title[document_] === documents.id[document_] ? "" : documents.title[document_], documents.date[document_] && day(documents.date[document_]), documents.chapter[document_] === 1 ? "Chapter VII" : ""].filter(Boolean).join(" · "))),
      order.length > 1 ? make("div", { class: "turns" }, button("←", () => go(at - 1), { disabled: at < 1, "aria-label": "Text before" }), button("→", () => go(at + 1), { disabled: at < 0 || at === order.length - 1, "aria-label": "Next text" })) : null));
    const paragraphs = Array.from({ length: last - first }, (_, rank) => first + rank);
    const wanted = actOf(state.act);
    const target = wanted === undefined ? NONE : data.acts.paragraph[wanted];
    const headings = headingsIn(document_);
    inParts(text, paragraphs, Math.max(200, target - first + 20), (paragraph) => text.append(
      ...(headings.get(paragraph) || []), row(paragraph, reaching.get(paragraph) || [], selection),
      ...((paragraph === last - 1 && headings.get(NONE)) || [])));
    if (!paragraphs.length) text.append(make("p", { class: "empty" }, "This text has no paragraph that was read."));
    box.replaceChildren(...(data.documents.id.length > 1 ? [chooser("Texts", list, documents.id[document_], (key) => app.go({ open: key, act: "", chosen: "" }))] : []), text);
  }

  function mark(state) {
    for (const one of box.querySelectorAll(".note.current")) one.classList.remove("current");
    const note = state.act && [...box.querySelectorAll(".note")].find((one) => one.dataset.act === state.act);
    if (!note) return;
    note.classList.add("current");
    note.closest(".row").scrollIntoView({ block: "nearest" });
  }

  return {
    name: "Texts",
    about: "The texts with what they do in the margin",
    open,
    show(state, selection, change) {
      const counts = documentsIn(selection);
      const asked = derived.documentByKey.get(state.open);
      const document_ = asked ?? [...counts.keys()].sort((a, b) => b - a)[0];
      if (document_ === undefined) {
        box.replaceChildren(nothing(state));
        drawn = null;
        return;
      }
      if (!(change === "chosen" && drawn === document_)) draw(document_, state, selection, counts);
      drawn = document_;
      mark(state);
    },
    close() { drawn = box = null; },
  };
})();
