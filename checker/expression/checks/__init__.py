"""What the type check asks of each kind of node: names, operators, comparisons, calls, look-ups."""
