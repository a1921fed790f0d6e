"""Fuzzing: data from outside, spoilt in every way, against each reader; only our refusals may come out."""
