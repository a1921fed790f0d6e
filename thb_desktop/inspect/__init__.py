"""Inspect: files of others, read in a process of its own that can do nothing else."""

WORKER, CHAIN_WORKER = "inspect-worker", "chain-worker"
"""The first argument with which the built program becomes such a process, or one that checks a chain."""
