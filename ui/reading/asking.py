"""Asking: the process that draws pages, as the windows name it; see `services.evidence.page_reading`."""

from thb_desktop.services.evidence.page_reading import drawer, read_picture, read_text

__all__ = ["DRAWER", "read_picture", "read_text"]

DRAWER = drawer()
"""Also the drawer of `thb_desktop.services.evidence.looks.open_look`."""
