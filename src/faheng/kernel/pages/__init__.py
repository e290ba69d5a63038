"""Pages: what every surface shows alike. So far: what declared things are called."""
