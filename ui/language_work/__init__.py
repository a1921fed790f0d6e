"""Language work on screen: notes at chosen words, and what stands beside a turn, at any desk."""
