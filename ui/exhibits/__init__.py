"""Exhibits: the list, the card of one, and taking files in."""
