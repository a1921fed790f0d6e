"""The check of a bundle: who signed and agreed, and whether its records are those of the event chain."""
