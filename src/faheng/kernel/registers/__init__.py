"""Lists whose entries begin, change and end on dates.

A register is declared once (``declare.Register``): its page, its import and its
export come from that. Entries are real rows of one table for each register, and
a foreign key points at the entry that was valid on the day.
"""
