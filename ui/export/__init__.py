"""Export: what goes into a bundle, its pages before anybody signs, signatures, and the check afterwards."""
