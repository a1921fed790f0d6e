"""The command `thb`: reads what was typed, runs one command, and turns a refusal into its exit code."""

import argparse
from collections.abc import Sequence

from thb_desktop import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="thb", description="Case files in an encrypted vault, and signed bundles.")
    parser.add_argument("--version", action="version", version=f"thb {__version__}")
    parser.parse_args(arguments)
    parser.print_help()
    return 2
