"""The demo city: an invented city on the articles of real national laws.

Everything here is the same on every machine: chance comes from one seed, and the day
is passed in. Nothing of it is loaded unless FAHENG_DEMO is set.
"""
