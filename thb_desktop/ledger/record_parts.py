"""The parts of an interview record, by their names in its tree."""

from dataclasses import replace

from thb_desktop.ledger.record_tree import RecordTree

PARTS = (
    *("presences", "cautions", "timeline", "measures", "earlier", "engagements", "corrections"),
    *("certifications", "signatures", "warnings", "names"),
    *("victim_information", "recordings", "interventions"),
    *("elsewhere", "places", "comparisons"),
    "lineups",
)
"""The lists of rows, in the order of the tree: a new one comes last, so that earlier digests stay true."""
AFTER_THE_PAPER = frozenset({"signatures", "certifications", "warnings", "names"})
"""The kinds of parts that a copy to be signed by hand does not have."""

MAY_STAY = frozenset({"renderings", "corrections", "certifications", "warnings", "names"})
"""The kinds of parts that may stay out of a bundle."""


def text_digest_of(tree: RecordTree) -> str:
    """Return the digest of a record as it is signed by hand, from its whole tree."""
    kept = (name for name in tree.digests if name.partition("/")[0] not in AFTER_THE_PAPER)
    return replace(tree, digests={name: tree.digests[name] for name in kept}).digest
