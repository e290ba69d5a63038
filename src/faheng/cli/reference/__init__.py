"""`faheng reference`: pages of reference made from the declarations."""
