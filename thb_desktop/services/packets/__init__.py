"""Packets: the store of an assignment leaves for the laptop of its interpreter, and comes back."""
