"""Data packs about cooperation between States: dated, with source, replaceable by the office's own."""
