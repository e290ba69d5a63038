"""Which article of a statute a penalty provision punishes the breach of. Pure."""
