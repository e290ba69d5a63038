"""Weighing a case: what is asked, what follows, and what was decided before."""
