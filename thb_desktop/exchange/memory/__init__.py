"""The memory and the terms of one case, as TMX 1.4b and TBX. They never hold anything of another case."""
