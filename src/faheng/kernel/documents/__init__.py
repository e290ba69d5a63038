"""Papers: what each must state, how it is laid out, and how it is numbered.

A domain declares a paper in `documents.py` and writes one template beside it;
`declare` holds the words, `compose` makes a layout of a paper's values, `engine`
prints a layout as PDF or as an editable draft, `actions` gives out numbers.
"""
