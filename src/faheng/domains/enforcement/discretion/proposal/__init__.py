"""A whole proposal: from the facts of a case to a fine, in fourteen steps.

Each step is a function of one plain input: its row can be computed again from the
row alone, and comes out the same byte for byte.
"""
