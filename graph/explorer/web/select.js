// What passes the filters, and how many acts each value of a facet would leave.
//
// Each facet is a typed array of codes, a code a line; one that has many values a line (themes) is a pair of
// arrays. One pass over the lines counts on how many facets each fails. A line that fails none is chosen
// and counts for every facet; a line that fails one counts for that facet alone: so each facet's counts
// are those under all other filters.
let facets = [];

// A facet: its key in the state, its name, its values [key, name], and `codes(line, add)`.
function indexFacets() {
  const { acts, arrows, actors, documents } = data;
  const { lineAct, lineArrow, document: of, year, dated } = derived;
  const years = [...new Set(year)].filter(Boolean).sort();
  const yearRank = new Map(years.map((one, rank) => [one, rank]));
  const single = (key, name, values, code) => ({
    key, name, values, codes: Int32Array.from(lineAct, (act, number) => code(act, lineArrow[number])), many: null,
  });
  const bits = (key, name, values, code) => ({ ...single(key, name, values, code), bits: true });
  facets = [
    single("force", "Force", data.forces.map(([force, name]) => [force, name]), (act) => acts.force[act]),
    single("verb", "Verb", data.verbs.map((verb) => [verb, verb]), (act) => acts.verb[act]),
    bits("modality", "What it makes", data.modalities.map((one) => [one, one]), (act, arrow) => (arrow < 0 ? 0 : arrows.modality[arrow])),
    single("kind", "Kind of actor", data.kinds.map(([key, name]) => [key, name]), (act, arrow) => (arrow < 0 ? NONE : actors.kind[arrows.actor[arrow]])),
    single("document", "Text", documents.id.map((one) => [one, one]), (act) => of[act]),
    single("year", "Year", years.map((one) => [String(one), String(one)]), (act) => yearRank.get(year[of[act]]) ?? NONE),
    { key: "theme", name: "Theme", values: data.themes.map((one) => [one, one]), codes: of, lists: documents.themes },
    { ...single("chapter", "Chapter VII", [["1", "Adopted under Chapter VII"]], (act) => (documents.chapter[of[act]] === 1 ? 0 : NONE)), flag: true },
    { ...single("deadline", "Deadline", [["1", "Only with a deadline"]], (act) => (dated[act] ? 0 : NONE)), flag: true },
  ];
  facets.forEach((facet) => { facet.rank = new Map(facet.values.map(([key], code) => [key, code])); });
}

// Which lines and acts pass, and the counts.
//
// Returns { lines, acts: Uint8Arrays of 0 and 1; actCount; counts: by key of a facet, acts by code }.
function select(state) {
  const { lineAct, lineArrow, document: of } = derived;
  const total = lineAct.length;
  const wanted = facets.map((facet) => wantedOf(facet, state));
  const passes = also(state); // per act: time and search
  const whom = searchedActors(state); // actors whose names match, or null
  const lines = new Uint8Array(total);
  const acts = new Uint8Array(derived.acts);
  const counts = facets.map((facet) => new Int32Array(facet.values.length));
  const last = facets.map((facet) => new Int32Array(facet.values.length).fill(NONE));
  let actCount = 0;
  for (let number_ = 0; number_ < total; number_ += 1) {
    const act = lineAct[number_];
    if (!passes[act] && !(whom && lineArrow[number_] >= 0 && passes.time[act] && whom[data.arrows.actor[lineArrow[number_]]])) continue;
    let failed = 0;
    let which = NONE;
    for (let rank = 0; rank < facets.length && failed < 2; rank += 1) {
      if (wanted[rank] && !meets(facets[rank], wanted[rank], number_, of[act])) {
        failed += 1;
        which = rank;
      }
    }
    if (failed > 1) continue;
    if (failed === 1) {
      count(facets[which], counts[which], last[which], number_, act, of[act]);
      continue;
    }
    lines[number_] = 1;
    if (!acts[act]) {
      acts[act] = 1;
      actCount += 1;
    }
    for (let rank = 0; rank < facets.length; rank += 1) count(facets[rank], counts[rank], last[rank], number_, act, of[act]);
  }
  return { lines, acts, actCount, counts: new Map(facets.map((facet, rank) => [facet.key, counts[rank]])) };
}

// The codes that a facet is set to, as an array of 0 and 1; null where it is not set.
function wantedOf(facet, state) {
  const set = facet.flag ? (state[facet.key] ? ["1"] : []) : state[facet.key];
  if (!set.length) return null;
  const found = new Uint8Array(facet.values.length);
  for (const key of set) if (facet.rank.has(key)) found[facet.rank.get(key)] = 1;
  return found;
}

function meets(facet, wanted, line_, document_) {
  if (facet.lists) return facet.lists[document_]?.some((code) => wanted[code]) || false;
  const code = facet.codes[line_];
  if (!facet.bits) return code >= 0 && wanted[code] === 1;
  for (let bit = 0; bit < wanted.length; bit += 1) if (wanted[bit] && code & (1 << bit)) return true;
  return false;
}

// Counts an act once a value, though several of its lines have it.
function count(facet, counts, last, line_, act, document_) {
  if (facet.lists) {
    for (const code of facet.lists[document_] || []) if (last[code] !== act) { last[code] = act; counts[code] += 1; }
    return;
  }
  const code = facet.codes[line_];
  if (facet.bits) {
    for (let bit = 0; bit < counts.length; bit += 1) if (code & (1 << bit) && last[bit] !== act) { last[bit] = act; counts[bit] += 1; }
  } else if (code >= 0 && last[code] !== act) {
    last[code] = act;
    counts[code] += 1;
  }
}

// Acts that lie in the span of time and have what is looked for: 1 or 0; `time` is the span alone.
function also(state) {
  const { document: of, acts: size } = derived;
  const query = state.q.trim().toLowerCase();
  const inTime = data.documents.date.map((one) => (!state.from || (one && one >= state.from)) && (!state.to || (one && one.slice(0, state.to.length) <= state.to)));
  const found = new Uint8Array(size);
  found.time = new Uint8Array(size);
  const verbs = data.verbs.map((verb) => query && verb.includes(query));
  const symbols = data.documents.id.map((one) => query && one.toLowerCase().includes(query));
  const hits = query ? data.paragraphs.text.map((_, paragraph) => smallText(paragraph).includes(query)) : [];
  for (let act = 0; act < size; act += 1) {
    if (!inTime[of[act]]) continue;
    found.time[act] = 1;
    found[act] = Number(!query || verbs[data.acts.verb[act]] || symbols[of[act]] || data.acts.passages[act].some(([paragraph]) => hits[paragraph]));
  }
  return found;
}

// Actors with what is looked for in one of their names; null where nothing is looked for.
function searchedActors(state) {
  const query = state.q.trim().toLowerCase();
  if (!query) return null;
  return Uint8Array.from(data.actors.id, (_, actor) => Number(actorHas(actor, query)));
}

function actorHas(actor, query) {
  const { name, full, names } = data.actors;
  return name[actor].toLowerCase().includes(query) || full[actor].toLowerCase().includes(query)
    || names[actor].some((one) => one.toLowerCase().includes(query));
}
