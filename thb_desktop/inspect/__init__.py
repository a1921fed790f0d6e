"""Inspect: files of others, read in a process of its own that can do nothing else."""

WORKER = "inspect-worker"
"""The first argument with which the built program becomes such a process."""
