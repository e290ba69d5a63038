"""Clocks: from a day, a length and a law to a last day that explains itself.

`declare` and `regimes` are the vocabulary, `compute` the arithmetic; only the
calendar of working days is kept in the database.
"""
