"""The verifier that stands alone: it tells what holds, what is broken and what is unknown."""
