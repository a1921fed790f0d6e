"""The core of THB Desktop, without the windows."""

__version__ = "0.1.0"
