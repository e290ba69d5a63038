"""Words and shapes that templates ask for."""
