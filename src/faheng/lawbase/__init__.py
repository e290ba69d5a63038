"""Statutes as text: what a citation points at, and whether it points at anything.

The text comes from outside and is never part of Faheng. Its dates and its status
are what the source says, so they are kept and shown as claims.
"""
