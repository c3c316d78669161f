"""Two small resolutions in words of our own, the newer of which takes up the older: for queries over time."""

from __future__ import annotations

from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes
from obligraph.graph.store import Store

OLDER = """Resolution 9100 (2029)

Adopted by the Security Council at its 9900th meeting, on 4 June 2029

The Security Council,

Recalling its resolution 8800 (2027),

Acting under Chapter VII of the Charter of the United Nations,

1. Decides to establish a Committee of the Security Council to watch the lamp oil trade, and requests the
Secretary-General to support its work;

2. Decides to establish the United Nations Mission in Liberia (UNMIL) for a period of twelve months, and
requests UNMIL to guard the lighthouses;

3. Decides that all States shall prevent the sale of lamp oil;

4. Decides that the measures imposed by paragraph 3 above shall not apply to oil for hospitals;

5. Demands that Member States report on lamp oil within 60 days;

6. Decides to remain seized of the matter.
"""
NEWER = """Resolution 9101 (2030)

Adopted by the Security Council at its 9950th meeting, on 3 June 2030

The Security Council,

Recalling its resolutions 8800 (2027) and 9100 (2029),

1. Decides to extend the mandate of UNMIL, as set out in resolution 9100 (2029), until 30 June 2031;

2. Decides to extend the measures imposed by paragraph 3 of resolution 9100 (2029) until 3 June 2031;

3. Encourages Member States to share their experience with UNMIL;

4. Decides to review the measures by 1 December 2030.
"""


def put_pair(store: Store) -> None:
    """Reads both into a store."""
    for name, text in (("older.txt", OLDER), ("newer.txt", NEWER)):
        store.put(read_document(read_bytes(text.encode(), name)))
