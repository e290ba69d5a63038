"""The cases of the demo city: a year of them, carried through the door."""
