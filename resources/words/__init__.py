"""The catalogue of words, by language: one file a kind of word."""
