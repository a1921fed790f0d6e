"""Printing: text in every script, the parts of a bundle, PDF/A and its signatures."""
