"""Elsewhere: statements made elsewhere are taken over beside the pages of their file."""
