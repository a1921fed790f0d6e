"""Texts: all that a file says, wherever it says it. A confined process reads files of others with this; with
what its answer is compared, it never learns.
"""
