"""A second core, written from the stubs alone.

It shares no code and no style with `latency_shim.memory`: every object keeps an immutable history of what happened to
it, and each answer is computed from that history. Nothing else is stored, so nothing can disagree with it. It is slow,
and a judge of the contract kit: both cores pass every suite, and faulty variants are derived from both.
"""
