"""A small complete core, three providers over real things, and plugins that run on it."""
