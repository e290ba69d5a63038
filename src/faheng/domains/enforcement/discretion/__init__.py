"""Discretion: from facts to a lawful amount, each step to be replayed.

Pure Python without a database: the pages, the API and `faheng discretion` ask the
same questions and get the same rows. Money is integer fen; a question that cannot be
answered says which field is wrong, why, and on which article.
"""
