"""Complaints as they come in: from the portal, by telephone, letter or visit.

Whoever complains is named nowhere else than here, enciphered; the case that follows
points at the slip.
"""
