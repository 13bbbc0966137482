"""Mutation: a rule is changed on purpose, and one of its own examples has to notice."""
