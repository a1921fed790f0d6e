"""Translations of the window: .ts for translators, .qm as the window loads it."""
