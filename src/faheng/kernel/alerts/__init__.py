"""Findings: what the rules found, as long as it is so, and what people said to it.

The door asks after each act, in the same transaction: a finding is raised the moment
its row is there and cleared the moment it is gone. A rule that fails loses nothing
but its own answer.
"""
