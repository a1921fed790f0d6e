"""Pages, tables and the tagged file they end in: everything that knows PDF and nothing that knows a case."""
