"""Word lists for passphrases, one word a line, by language; where they come from: see LICENSE."""
