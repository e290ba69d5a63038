"""Procedures: a lawful sequence of steps, declared once.

A domain subclasses `Procedure` and writes its stages, terms, steps and tracks as
class attributes. Nothing here knows Django or a database; `kernel.cases` carries
the declared steps out.
"""
