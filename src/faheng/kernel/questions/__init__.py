"""Questions asked of cases: rules whose every row of answer is a finding.

A rule names the tables it reads as parameters and is written once, as an Ibis
expression. `contract` makes the tables from the Django models, `compiling` turns
rules into SQL text, `binding` asks them of one case, of cases touched, or of all.
"""
