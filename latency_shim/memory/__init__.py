"""The facets in memory, one a module: small, complete, and models for implementations of your own."""
