"""Commands of the API, one file each."""
