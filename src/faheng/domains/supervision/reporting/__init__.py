"""Records of organs for the platform above: gathered, sent, receipted, mended."""
