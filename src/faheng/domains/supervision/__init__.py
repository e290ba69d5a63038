"""Supervision of enforcement, under 行政执法监督条例 (in force 2026-02-01).

A supervisor asks an organ by a notice, tells it by an opinion what to correct, and
orders it by a decision; the organ answers through those who lead it. It begins with
an alert, a complaint, a review of files or an order from above, and ends when the
answer was found good. Beside it run complaints of citizens and firms, campaigns over
chosen rules and cases, and the reports to the platform above.
"""
