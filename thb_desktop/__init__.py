"""The core of THB Desktop: everything but the windows."""

__version__ = "0.1.0"
