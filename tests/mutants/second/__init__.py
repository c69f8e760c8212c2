"""Faulty variants of the second core, each of which breaks one clause of the contract.

Each module stands for the one of the same name in `mutants`, and has its suite. `@violates(clause, test, …)` marks a
class: the clause is quoted from the stubs, and the tests are all that fail, but for those that compare with a model.
A class that names no test survives the readable tests.
"""
