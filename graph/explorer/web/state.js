// What is shown, and the address that says so: a link shows the same again.
//
// A state is an object of texts and lists of texts. What is as at the start is left out of the address.
const LISTS = ["force", "verb", "modality", "kind", "document", "year", "theme"]; // facets with many values
const FLAGS = ["chapter", "deadline"]; // facets that are on or off
const WORDS = ["view", "mode", "relation", "from", "to", "q", "chosen", "act", "pair", "open"];
const FIRST = { view: "picture", mode: "", relation: "asks", from: "", to: "", q: "", chosen: "", act: "", pair: "", open: "" };

function stateOf(words) {
  const found = { ...FIRST };
  const given = new URLSearchParams(words.replace(/^#/, ""));
  for (const key of WORDS) if (given.has(key)) found[key] = given.get(key);
  for (const key of LISTS) found[key] = given.getAll(key);
  for (const key of FLAGS) found[key] = given.get(key) === "1";
  return found;
}

function wordsOf(state) {
  const found = new URLSearchParams();
  for (const key of WORDS) if (state[key] && state[key] !== FIRST[key]) found.set(key, state[key]);
  for (const key of LISTS) for (const value of state[key]) found.append(key, value);
  for (const key of FLAGS) if (state[key]) found.set(key, "1");
  return found.toString();
}

// Whether any filter is set.
function filtered(state) {
  return LISTS.some((key) => state[key].length) || FLAGS.some((key) => state[key]) || Boolean(state.from || state.to || state.q);
}

// Changes that take all filters back.
function unfiltered() {
  const found = { from: "", to: "", q: "" };
  for (const key of LISTS) found[key] = [];
  for (const key of FLAGS) found[key] = false;
  return found;
}
