// What passes the filters, and how many acts each value of a facet would leave.
//
// Each facet is a typed array of codes, a code a line; one that has many values a line (themes) is a pair of
// arrays. A pass a facet that is set counts on how many facets each line fails. A line that fails none is
// chosen and counts for every facet; a line that fails one counts for that facet alone: so each facet's counts
// are those under all other filters.
//
// Counted are the acts that a view is about: of a relation (`asks`, `condemns`), whose lines are arrows, or ALL.
const ALL = "";
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
    { key: "theme", name: "Theme", values: data.themes.map((one) => [one, one]), codes: Int32Array.from(lineAct, (act) => of[act]), lists: documents.themes },
    { ...single("chapter", "Chapter VII", [["1", "Adopted under Chapter VII"]], (act) => (documents.chapter[of[act]] === 1 ? 0 : NONE)), flag: true },
    { ...single("deadline", "Deadline", [["1", "Only with a deadline"]], (act) => (dated[act] ? 0 : NONE)), flag: true },
  ];
  facets.forEach((facet) => { facet.rank = new Map(facet.values.map(([key], code) => [key, code])); });
}

// Which lines and acts pass, and the counts.
//
// Returns { lines, acts: Uint8Arrays of 0 and 1; actCount; counts: by key of a facet, acts by code; edges: what
// `edgesOf` found }.
function select(state, scope = ALL) {
  const { lineAct } = derived;
  const total = lineAct.length;
  const fails = startOf(state, scope); // of each line: on how many facets it fails, or MANY_FAILS
  const which = new Int8Array(total).fill(NONE); // the last one
  facets.forEach((facet, rank) => {
    const wanted = wantedOf(facet, state);
    if (wanted) fail(facet, rank, wanted, fails, which);
  });
  const lines = new Uint8Array(total);
  const acts = new Uint8Array(derived.acts);
  let actCount = 0;
  for (let line_ = 0; line_ < total; line_ += 1) {
    if (fails[line_]) continue;
    lines[line_] = 1;
    actCount += 1 - acts[lineAct[line_]];
    acts[lineAct[line_]] = 1;
  }
  const counts = new Map(facets.map((facet, rank) => [facet.key, count(facet, rank, fails, which)]));
  return { lines, acts, actCount, counts, edges: new Map() };
}

const MANY_FAILS = 100; // of a line that no facet would bring back

// What time, search and the scope leave of the lines: 0, else MANY_FAILS.
function startOf(state, scope) {
  const { lineAct, lineArrow } = derived;
  const { relation, actor } = data.arrows;
  const passes = also(state); // per act: time and search
  const whom = searchedActors(state); // actors whose names match, or null
  const wanted = scope === ALL ? NONE : data.relations.indexOf(scope);
  const found = new Uint8Array(lineAct.length);
  for (let line_ = 0; line_ < found.length; line_ += 1) {
    const [act, arrow] = [lineAct[line_], lineArrow[line_]];
    const there = passes[act] || (whom && arrow >= 0 && passes.time[act] && whom[actor[arrow]]);
    if (!there || (wanted >= 0 && (arrow < 0 || relation[arrow] !== wanted))) found[line_] = MANY_FAILS;
  }
  return found;
}

// The codes that a facet is set to, as an array of 0 and 1; null where it is not set.
function wantedOf(facet, state) {
  const set = facet.flag ? (state[facet.key] ? ["1"] : []) : state[facet.key];
  if (!set.length) return null;
  const found = new Uint8Array(facet.values.length);
  for (const key of set) if (facet.rank.has(key)) found[facet.rank.get(key)] = 1;
  return found;
}

function fail(facet, rank, wanted, fails, which) {
  const { codes } = facet;
  const set = wanted.reduce((bits, one, bit) => bits | (one << bit), 0);
  const ofDocument = facet.lists?.map((list) => list.some((code) => wanted[code]));
  for (let line_ = 0; line_ < codes.length; line_ += 1) {
    const code = codes[line_];
    const meets = ofDocument ? ofDocument[code] : facet.bits ? (code & set) !== 0 : code >= 0 && wanted[code] === 1;
    if (meets) continue;
    fails[line_] += 1;
    which[line_] = rank;
  }
}

// Counts an act once a value, though several of its lines have it.
function count(facet, rank, fails, which) {
  const { lineAct } = derived;
  const { codes, lists, bits } = facet;
  const counts = new Int32Array(facet.values.length);
  const last = new Int32Array(facet.values.length).fill(NONE);
  for (let line_ = 0; line_ < codes.length; line_ += 1) {
    if (fails[line_] > 1 || (fails[line_] === 1 && which[line_] !== rank) || codes[line_] < 0) continue;
    const act = lineAct[line_];
    if (!lists && !bits) {
      const code = codes[line_];
      if (last[code] !== act) counts[code] += 1;
      last[code] = act;
      continue;
    }
    const there = lists ? lists[codes[line_]] : BITS[codes[line_]];
    for (const code of there) {
      if (last[code] !== act) counts[code] += 1;
      last[code] = act;
    }
  }
  return counts;
}

// Which bits a sum of modalities has.
const BITS = Array.from({ length: 32 }, (_, sum) => [0, 1, 2, 3, 4].filter((bit) => sum & (1 << bit)));

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
