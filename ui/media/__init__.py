"""Recordings in the window: what is heard and seen of an interview, while somebody types."""
