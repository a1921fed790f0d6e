"""Receiving: what other offices send is opened, judged, and imported once their root is known."""
