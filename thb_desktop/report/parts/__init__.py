"""The parts of a bundle, one module each: what is printed, in which order, in which words."""
