"""Foreign: signatures that other programs made, judged after ETSI EN 319 102-1 in a confined process."""
