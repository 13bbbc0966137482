"""Kleene's truth tables, for what computes with truth values and for the expressions that do."""

T, F, U = True, False, None

#: One value, another, both, either.
PAIRS = [
    (T, T, T, T),
    (T, F, F, T),
    (T, U, U, T),
    (F, T, F, T),
    (F, F, F, F),
    (F, U, F, U),
    (U, T, U, T),
    (U, F, F, U),
    (U, U, U, U),
]

#: Values, whether any of them is true, whether all are, whether exactly one is.
MANY = [
    ((), F, T, F),
    ((T,), T, T, T),
    ((F,), F, F, F),
    ((U,), U, U, U),
    ((T, T), T, T, F),
    ((T, F), T, F, T),
    ((T, U), T, U, U),
    ((F, F), F, F, F),
    ((F, U), U, F, U),
    ((U, U), U, U, U),
    ((T, F, U), T, F, U),
    ((T, T, U), T, U, U),
    ((F, F, U), U, F, U),
    ((F, F, T), T, F, T),
]
