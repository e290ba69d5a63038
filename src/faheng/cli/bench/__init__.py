"""`faheng bench`: how quick the house is, one JSON line a figure.

Everything is measured in a database of its own, which is dropped afterwards.
"""
