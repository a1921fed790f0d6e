"""The parts of an interview record, by their names in its tree."""

PARTS = (
    *("presences", "cautions", "timeline", "measures", "earlier", "engagements", "corrections"),
    *("certifications", "signatures", "warnings", "names"),
    *("victim_information", "recordings", "interventions"),
    *("elsewhere", "places", "comparisons"),
)
"""The lists of rows, in the order of the tree: a new one comes last, so that earlier digests stay true."""
