"""Everything that leaves the office: bundles, and the extract of the event chain in them."""
