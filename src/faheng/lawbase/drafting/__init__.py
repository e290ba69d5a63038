"""From a file to the rows that keep it. Pure: nothing is stored here."""
