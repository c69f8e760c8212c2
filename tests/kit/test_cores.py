"""Both cores keep the contract: each part of either passes the suite of its mutants, with no mutant in it."""

import mutants

for module in mutants.MODULES:
    suite = mutants.suite(module)
    name = f"Test{module.title().replace('.', '')}"
    patience = 20.0  # that of the mutants is short, since some of them hang; these may run on a busy machine
    globals()[name] = type(name, (suite,), {"__module__": __name__, "patience": patience})
