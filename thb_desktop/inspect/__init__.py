"""Inspect: files of others, read in a process of its own that can do nothing else."""

WORKER, CHAIN_WORKER, MEDIA_WORKER = "inspect-worker", "chain-worker", "media-worker"
"""The first argument with which the built program becomes such a process: a file, a chain, a recording."""
