"""Cases: declared procedures carried out for somebody, on the record.

A case is a folder. In it runs a main line and, beside it, any number of tracks:
each is a course with its own stage, case file, clocks and papers. A case changes
only through `actions.take` (people at work) and `actions.enter_afterwards` (what
already happened); `queries` return what a viewer may see.
"""
