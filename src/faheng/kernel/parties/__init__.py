"""Who acts and upon whom: organs in a tree of divisions, people, roles, parties.

Writes go through ``actions``; reads through ``queries``, which answer with a
``Viewer``: what one person may see and do on one day.
"""
