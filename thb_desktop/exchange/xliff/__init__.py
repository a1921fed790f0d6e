"""XLIFF 2.1: units out to a translator's program, and back."""

SPACE = "urn:oasis:names:tc:xliff:document:2.0"
OWN_SPACE = "urn:thb-desktop:exchange:1"
VERSION = "2.1"
