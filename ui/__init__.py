"""The windows of THB Desktop (PySide6)."""
