"""The typefaces of every script on paper, as bytes; README.md says where each comes from."""

from importlib.resources import files

import resources.fonts


def font_bytes(file_name: str) -> bytes:
    """The whole TrueType file, such as `NotoSans-Regular.ttf`; FileNotFoundError for an unknown name."""
    return files(resources.fonts).joinpath(file_name).read_bytes()
