"""CASE/UCO: what a bundle tells, as a graph that tools for digital evidence read (JSON-LD)."""
