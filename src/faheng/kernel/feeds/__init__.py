"""Records that other systems report in bulk, each checked, none lost.

A feed is declared once (``declare.Feed``): its columns, its checks and its key. A file
delivered by a source is checked in DuckDB; good rows go to Parquet files that are only
added to, rejected rows are kept with their reasons, and what became of every file
stands in the database.
"""
