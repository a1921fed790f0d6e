"""Time stamps: a request is written here, carried to an authority, and its answer filled in."""
