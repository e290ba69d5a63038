"""The mart: the tables that rules read, of the whole city, in one file of DuckDB."""
