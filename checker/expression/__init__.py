"""The rule language: parse -> tree -> type check -> evaluators, and "why"."""
