"""Which version of a statute was in force on a day, as far as a set of texts tells.

A date is a fact with a source: an amended text goes on printing the day its first
version took effect, so each date carries its basis. Pure: nothing is stored.
"""
