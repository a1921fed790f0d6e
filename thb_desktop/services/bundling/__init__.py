"""What leaves the office: bundles and the extract of the event chain inside them."""
