"""The law base as pages show it: works, versions, articles, doubts, pairs."""
