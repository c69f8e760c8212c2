"""Three plugins, each with its manifest beside it: what a plugin author writes."""
