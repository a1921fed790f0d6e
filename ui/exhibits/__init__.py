"""Exhibits: the list, the card of one, and adding files."""
