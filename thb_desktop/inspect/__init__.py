"""Inspect: files of others, read in a process of its own that can do nothing else."""

WORKER, CHAIN_WORKER = "inspect-worker", "chain-worker"
PAGE_WORKER, MEDIA_WORKER = "page-worker", "media-worker"
FOREIGN_WORKER, LOOK_WORKER = "foreign-worker", "look-worker"
OCR_WORKER, STATEMENT_WORKER = "ocr-worker", "statement-worker"
MARK_WORKER, STORE_WORKER = "mark-worker", "store-worker"
"""The first argument with which a built program becomes such a process: one that measures a file, that checks
a chain, that reads the pages of a document, that decodes a recording, that judges signatures of others,
that looks into a file, that reads the words in a picture, that reads statements of account, that
computes the marks of pictures, that stores the bytes of files.
"""
