"""The suites, a module for each module of the contract; pytest rewrites their assertions."""
