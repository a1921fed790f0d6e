-- The fourth schema: language work, and entries that are told apart.

-- From here on each entry of a case is told for documents by an event of its own (ENTRY_TOLD). Rows stay as they are.
