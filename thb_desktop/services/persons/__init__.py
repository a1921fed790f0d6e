"""Persons of a case: claims about them, merges, age, identities, and what is sealed separately."""
