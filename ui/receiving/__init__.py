"""Receiving: packages that came and were sent, with their receipts."""
