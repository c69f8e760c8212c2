"""Each implementation in memory keeps the contract: the suite of its mutants, with no mutant in it."""

import mutants

for module in mutants.MODULES:
    suite = mutants.suite(module)
    name = f"Test{suite.make.__name__}"  # type: ignore[attr-defined]
    globals()[name] = type(name, (suite,), {"__module__": __name__})
