"""The rule language: parse -> tree -> type check -> evaluators, and "why".

The doors, each to be imported by itself (``check`` of a spec needs only what the generated code needs):

- ``parser.parse(source) -> Tree``, raises ``faults.ExpressionError``; ``tree.unparse(tree) -> str``
- ``checking.check(tree, scope.Scope(...)) -> scope.Checked``: the tree with types, and all faults
- ``walking.walk(tree, environment.Env(...))``: the value, None where nobody can tell; ``env.readings``: why
- ``walking.violated_by_one_end(tree, env)``: whether it holds for a part of the type only
- ``generating.generate(program) -> str``: Python source of ``judge`` for a whole standard
- ``faults.line_and_column(source, offset)``: where in a block of YAML an offset lies
"""
