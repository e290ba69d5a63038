"""The record: what happened, kept so that a change to it shows.

One hash chain a case. An entry's leaf commits to what was given with a salt, so
that erasing the salt erases the person and leaves every proof intact. Tables are
append-only: the database refuses to change or delete an entry. `actions.append`
is the only writer.
"""
