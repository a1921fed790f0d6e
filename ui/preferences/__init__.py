"""Appearance, language and lock of the window."""
