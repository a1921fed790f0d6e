"""Revision: two wordings of a turn side by side, and the word of a second linguist."""
