"""Marks: what pictures are compared by, computed from their pixels in a confined process."""
