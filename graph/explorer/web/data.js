// The data, as graph/explorer/data.py writes it down, and what is worked out of it once.
//
// Everything counts rows: `act`, `actor`, `arrow` are numbers in these scripts, and `data.acts.verb[act]`
// is the verb of one. Keys that stay the same from page to page are used in addresses alone.
let data = null;
let derived = null; // what `derive` returns

const NONE = -1;

function take(found) {
  data = found;
  derived = derive(found);
}

function derive(found) {
  const { acts, arrows, actors, documents, paragraphs, headings, obligations, citations, kinds, groups } = found;
  const size = acts.id.length;
  const document_ = Int32Array.from(acts.paragraph, (one) => (one < 0 ? NONE : paragraphs.document[one]));
  const year = Int32Array.from(documents.date, (date) => Number(date.slice(0, 4)) || 0);
  const groupOf = new Map(groups.map(([key], rank) => [key, rank]));
  const actorGroup = Uint8Array.from(actors.kind, (kind) => groupOf.get(kinds[kind][2]));
  const dated = new Uint8Array(size);
  acts.times.forEach((times, act) => { if (times.some(([kind]) => kind === "deadline")) dated[act] = 1; });
  // Lines are what filters choose: one an arrow, and one an act that has none.
  const lineAct = [];
  const lineArrow = [];
  const arrowsOf = ranges(arrows.act, size);
  for (let act = 0; act < size; act += 1) {
    if (arrowsOf[act] === arrowsOf[act + 1]) lineAct.push(act), lineArrow.push(NONE);
    for (let arrow = arrowsOf[act]; arrow < arrowsOf[act + 1]; arrow += 1) lineAct.push(act), lineArrow.push(arrow);
  }
  return {
    acts: size,
    document: document_,
    year,
    actorGroup,
    dated,
    arrowsOf,
    obligationsOf: ranges(obligations.act, size),
    citationsOf: ranges(citations.act, size),
    paragraphsOf: ranges(paragraphs.document, documents.id.length),
    headingsOf: ranges(headings.document, documents.id.length),
    lineAct: Int32Array.from(lineAct),
    lineArrow: Int32Array.from(lineArrow),
    nameRank: ranks(actors.name), // actors in the order of their names
    actorByKey: new Map(actors.id.map((key, actor) => [key, actor])),
    documentByKey: new Map(documents.id.map((key, one) => [key, one])),
    small: paragraphs.text.map(() => null), // texts in small letters, made when they are looked through
    actByKey: null,
  };
}

function ranks(names) {
  const { compare } = new Intl.Collator("en");
  const found = new Int32Array(names.length);
  [...names.keys()].sort((a, b) => compare(names[a], names[b]) || a - b).forEach((one, rank) => { found[one] = rank; });
  return found;
}

// Where the rows of each owner begin, in a column of owners that is sorted; and at the end, its length.
function ranges(owners, size) {
  const found = new Int32Array(size + 1);
  for (const owner of owners) found[owner + 1] += 1;
  for (let one = 0; one < size; one += 1) found[one + 1] += found[one];
  return found;
}

function actKey(act) {
  return `${data.documents.id[derived.document[act]]}/${data.acts.id[act]}`;
}

function actIri(act) {
  return data.base + actKey(act);
}

function actOf(key) {
  derived.actByKey ||= new Map(data.acts.id.map((_, act) => [actKey(act), act]));
  return derived.actByKey.get(key);
}

function actorName(actor) {
  return data.actors.name[actor];
}

function kindName(actor) {
  const name = data.kinds[data.actors.kind[actor]][1];
  return name === "unknown" ? "" : name;
}

function forceName(force) {
  return data.forces[force][1];
}

function label(act) {
  const paragraph = data.acts.paragraph[act];
  return paragraph < 0 ? "" : data.paragraphs.label[paragraph];
}

function symbol(act) {
  return data.documents.id[derived.document[act]];
}

function date(act) {
  return data.documents.date[derived.document[act]];
}

// The words of an act as far as its own paragraph has them.
function clauseText(act) {
  const [first] = data.acts.passages[act];
  if (!first) return "";
  const text = data.paragraphs.text[first[0]];
  const clause = data.roles.indexOf("clause");
  for (let at = 0; at < first[1].length; at += 3) {
    if (first[1][at + 2] === clause) return text.slice(first[1][at], first[1][at + 1]);
  }
  return text;
}

// The words of an obligation's action.
function actionText(one) {
  const { paragraph, start, end } = data.obligations;
  return paragraph[one] < 0 ? "" : data.paragraphs.text[paragraph[one]].slice(start[one], end[one]);
}

function smallText(paragraph) {
  return (derived.small[paragraph] ??= data.paragraphs.text[paragraph].toLowerCase());
}

// Modalities in a sum of bits.
function modalities(bits) {
  return data.modalities.filter((_, rank) => bits & (1 << rank));
}
