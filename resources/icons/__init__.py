"""Icons: Lucide (ISC, see LICENSE.lucide), and the program's own mark."""
