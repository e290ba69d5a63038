"""Search in Chinese over laws and items: an index of bigrams, and ways to rank.

Pure but for `base`, which reads the tables. Nothing here needs a downloaded model.
"""
