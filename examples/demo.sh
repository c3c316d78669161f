#!/bin/sh
# The tour that `make demo` gives: build, summary, a question, a page, two files.
set -eu
: "${OUT:=out}" "${STORE:=$OUT/demo.store}"
mkdir -p "$OUT"
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] || say() { printf '\n%s\n' "$*"; }

say "1. Read the resolution and store its graph"
obligraph build examples/S_RES_2331_2016.md -o "$STORE"
say "2. What is in it"
obligraph summary --store "$STORE"
say "3. What is CTED asked to do?"
obligraph query obligations-of -p actor=cted --store "$STORE"
say "4. Who asks whom, as a page and as files"
obligraph view who-asks-whom -o "$OUT/who-asks-whom.html" --store "$STORE"
obligraph view who-asks-whom -o "$OUT/who-asks-whom.graphml" --store "$STORE"
obligraph export -o "$OUT/2331.ttl" --store "$STORE"
say "Written"
printf '  %s\n' "$OUT/who-asks-whom.html     open it in a browser, click an edge, read the clause" \
    "$OUT/who-asks-whom.graphml  open it in Gephi or Cytoscape" \
    "$OUT/2331.ttl               the whole graph, as Turtle"
say "Next  (. .venv/bin/activate, or install obligraph: pip install .)"
printf '  %s\n' "obligraph show 'S/RES/2331(2016)' OP16 --store $STORE" \
    "obligraph queries" \
    "obligraph query due --store $STORE"
