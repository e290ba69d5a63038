"""Administrative penalties: from a clue to the archive, under 行政处罚法 (2021).

A case begins with a clue or with a violation found on the spot; it ends when the
decision has been performed, or when there is nothing to punish, and the papers
are in the archive.
"""
