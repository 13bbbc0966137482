"""What is refused when a rule is loaded, where, and in which words."""

# ruff: noqa: E501 - a table reads best with one case a line

import pytest

from checker.expression.checking import MAX_NODES, check
from checker.expression.parser import parse
from checker.expression.tree import unparse
from checker.record import replace
from tests.expression.sample import SCOPE, checked, scope_for

F = scope_for("f", "automation_features")
T = scope_for("t", "tests")


def faults(source, scope=SCOPE):
    """Return offset, what and how to mend of each fault."""
    return [
        (fault.offset, fault.what.en, fault.mend.en if fault.mend else None)
        for fault in check(parse(source), scope).faults
    ]


@pytest.mark.parametrize(
    ("source", "offset", "what", "mend"),
    [
        # names
        ("vehicle.categry == 'M1'", 8, "unknown field 'categry' in vehicle", "did you mean 'category'?"),
        ("vehcle.seats > 1", 0, "unknown name 'vehcle'", "did you mean 'vehicle'?"),
        ("data_recording.dssad.x > 1", 21, "unknown field 'x' in data_recording.dssad",
         "the fields are elements, storage_capacity_events"),
        ("automation_features.pilot.level > 1", 20, "'pilot' is a key of a map",
         "write x.exists(key, member, ...) or for_each: the keys are up to each vehicle"),
        ("'pilot' in automation_features", 8, "which keys a map has is up to each vehicle",
         "write x.exists(key, member, ...) or for_each: the keys are up to each vehicle"),
        ("vehicle.seats.x > 1", 14, "a whole number has no field 'x'", None),
        ("gap > 1.0", 0, "'gap' is a table", "write lookup(gap, {...})"),
        ("vehicle.x_note == 'a'", 8, "'x_note' is for people: no rule reads it",
         "promote the value to a field of the vehicle schema, with its unit and a description in both languages"),
        ("automation_features.exists(id, f, f.parameters.n > 1)", 36, "'parameters' is for people: no rule reads it",
         "promote the value to a field of the vehicle schema, with its unit and a description in both languages"),
        ("automation_features.exists(vehicle, f, f.level > 1)", 20, "the name 'vehicle' is taken",
         "choose another name"),
        ("automation_features.exists(f, f, f.level > 1)", 20, "the name 'f' is taken", "choose another name"),
        # types
        ("vehicle.seats", 0, "require asks for true or false, this is a whole number", "compare it with something"),
        ("vehicle.seats && vehicle.driver_seat", 0, "true or false is wanted here, this is a whole number",
         "compare it with something"),
        ("!vehicle.category", 1, "true or false is wanted here, this is a text", "compare it with something"),
        ("vehicle.seats == '5'", 14, "a whole number is compared with a text", "write 5 without quotes"),
        ("vehicle.driver_seat == 'true'", 20, "true or false is compared with a text", "write true without quotes"),
        ("vehicle.model == 5", 14, "a text is compared with a whole number", 'write "5"'),
        ("vehicle.driver_seat > false", 20, "true or false has no order", None),
        ("vehicle.category >= 'M1'", 17, "the terms of a list have no order", "write == or in [...]"),
        ("vehicle == vehicle", 8, "a group of fields is not compared", "compare one of its fields"),
        ("1 < vehicle.seats < 3", 18, "true or false is compared with a whole number", None),
        ("vehicle.seats + 'a' == 'b'", 14, "a whole number + a text has no meaning", None),
        ("vehicle.built + 90 < as_of", 14, "a date + a whole number has no meaning",
         "write add_months(date, n), add_years(date, n) or days_between(a, b)"),
        ("vehicle.seats in [1, 'a']", 17, "a whole number and a text stand together", None),
        ("'M' in vehicle.model", 4, "in asks for a list, this is a text", "write a.contains(b)"),
        ("vehicle.markets.contains('CN')", 16, "contains is for texts", 'write "CN" in vehicle.markets'),
        ("vehicle.seats.exists(x, x > 1)", 14, "exists asks for a list or a map, this is a whole number", None),
        ("vehicle.max_speed_kmh % 2.0 == 1.0", 22, "% asks for two whole numbers", None),
        ("-vehicle.model == 'a'", 0, "only a number has a sign", None),
        ("vehicle.markets['x'] == 'a'", 16, "a list has no field 'x'", None),
        ("vehicle.markets[1.5] == 'a'", 16, "a member is not found by a number", None),
        ("vehicle[vehicle.model] == 'a'", 7, "a group of fields has no members", None),
        # constants
        ("vehicle.category == 'M2'", 20, "vehicle.category is never 'M2'", "one of M1, N1, N2, N3"),
        ("'taxy' in vehicle.use", 0, "vehicle.use is never 'taxy'", "did you mean 'taxi'?"),
        ("vehicle.category in ['M1', 'O4']", 27, "vehicle.category is never 'O4'", "one of M1, N1, N2, N3"),
        ("vehicle.other_category in classes", 26, "vehicle.other_category is never 'M1'", "one of T, R"),
        ("missing(wanted, vehicle.use) == []", 8, "vehicle.use is never 'speed'", "one of private, taxi"),
        ("vehicle.built <= '2026-02-30'", 17, "'2026-02-30' is not a date",
         'write year-month-day, as in "2026-07-01"'),
        ("add_years('2026-7-1', 1) < as_of", 10, "'2026-7-1' is not a date",
         'write year-month-day, as in "2026-07-01"'),
        ("vehicle.seats / 0 > 1", 14, "division by zero", None),
        ("automation_features.exists(id, f, f.level >= 6)", 42, "f.level >= 6 is never true", "f.level lies between 0 and 5"),
        ("vehicle.seats < 0", 14, "vehicle.seats < 0 is never true", "vehicle.seats is at least 0"),
        ("vehicle.mass_kg == -1", 16, "vehicle.mass_kg == -1.0 is never true", "vehicle.mass_kg is at least 0"),
        ("vehicle.category == vehicle.other_category", 17, "vehicle.category == vehicle.other_category is never true", None),
        ("vehicle.model + 1 == 'a1'", 14, "a text + a whole number has no meaning", None),
        ("5 in vehicle.limits", 2, "the keys of a map are texts", None),
        ("vehicle.seats in vehicle.markets", 14, "a whole number is compared with a text", None),
        ("min(vehicle.model, 'a') == 'a'", 4, "min asks for a number, this is a text", None),
        ("automation_features.exists(id, f, min(f.speed_kmh, 1) > 0)", 38,
         "f.speed_kmh is an envelope: the system works in all of it",
         "write lower(f.speed_kmh), upper(f.speed_kmh) or covers(f.speed_kmh, from, to)"),
        ("lookup('gap', {'speed_kmh': 1}) > 1.0", 0, 'lookup is written lookup(table, {"column": value})', None),
        ("lookup(class_, {'category': 5, 'mass_kg': 1}, 'limit') > 1.0", 28,
         "the column 'category' holds a text, this is a whole number", None),
        ("vehicle.built + vehicle.built == 'a'", 14, "a date + a date has no meaning",
         "write add_months(date, n), add_years(date, n) or days_between(a, b)"),
        # envelopes
        ("automation_features.exists(id, f, f.speed_kmh >= 60)", 34,
         "f.speed_kmh is an envelope: the system works in all of it",
         "write lower(f.speed_kmh), upper(f.speed_kmh) or covers(f.speed_kmh, from, to)"),
        ("covers(vehicle.mass_kg, 1, 2)", 7, "covers is for envelopes; this is a spread of the vehicles of the type",
         "compare it"),
        # silence
        ("has(vehicle.seats)", 0, "has() is not for rules: what is not stated is open, never a reason to pass",
         "read the field itself"),
        ("vehicle.seats == null", 17, "null is not for rules: no spec holds it",
         "read the field itself; what is not stated is open"),
        ("vehicle.use.all(u, u == 'taxi')", 12,
         "this may be true of an empty vehicle.use, about which the rule says nothing",
         "write size(vehicle.use) > 0 && before it"),
        ("size(vehicle.use) <= 2", 18, "this may be true of an empty vehicle.use, about which the rule says nothing",
         "write size(vehicle.use) > 0 && before it"),
        # functions
        ("fited(assistance.aeb)", 0, "unknown function 'fited'", "did you mean 'fitted'?"),
        ("fitted(vehicle)", 7, "fitted asks for something that is fitted or not, this is a group of fields", None),
        ("add_years(vehicle.built) < as_of", 0, "add_years takes 2 arguments, not 1", None),
        ("add_years(vehicle.seats, 1) < as_of", 10, "add_years asks for a date, this is a whole number", None),
        ("timestamp('2026-01-01T00:00:00Z') == vehicle.seats", 0, "timestamp is not for rules",
         "dates are ISO text and compare with <="),
        ("dyn(vehicle.seats) == 1", 0, "dyn is not for rules", "dates are ISO text and compare with <="),
        ("vehicle.model.matches('(?=a)')", 22, "pattern: look-around, names and flags are not allowed", None),
        ("vehicle.model.matches(vehicle.model)", 22, "the pattern of matches is a constant text", None),
        ("vehicle.model.starts('a')", 14, "unknown function 'starts'", "did you mean 'startsWith'?"),
        ("{'a': 1} == {'a': 1}", 0, "a map is only for lookup", 'write lookup(table, {"column": value})'),
        # tables
        ("lookup(gap) > 1.0", 0, 'lookup is written lookup(table, {"column": value})', None),
        ("lookup(gup, {'speed_kmh': 1}) > 1.0", 7, "unknown table 'gup'", "did you mean 'gap'?"),
        ("lookup(gap, {}) > 1.0", 12, "the column 'speed_kmh' is not given", None),
        ("lookup(gap, {'speed_kmh': 'a'}) > 1.0", 26, "the column 'speed_kmh' holds a number, this is a text", None),
        ("lookup(gap, {'speed_kmh': 1}, 'gap') > 1.0", 30, "the table has no result 'gap'", "name one of gap_s"),
        ("lookup(class_, {'category': 'M1', 'mass_kg': 1}) > 1.0", 0, "the table has several results",
         "name one of limit, name"),
    ],
)  # fmt: skip
def test_refused(source, offset, what, mend):
    assert faults(source)[0] == (offset, what, mend)


def test_all_faults_at_once_in_the_order_of_the_source():
    found = faults("vehicle.categry == 'M1' && vehicle.seats == 'a' && fited(assistance.aeb)")

    assert [offset for offset, *_ in found] == [8, 41, 51]


def test_faults_are_said_in_chinese_too():
    fault = check(parse("vehicle.categry == 'M1'"), SCOPE).faults[0]

    assert fault.what.zh == "vehicle 中未知的字段“categry”"
    assert fault.mend.zh == "是否应为“category”？"


@pytest.mark.parametrize(
    ("source", "rewritten"),
    [
        ("vehicle.max_speed_kmh >= 60", "vehicle.max_speed_kmh >= 60.0"),
        ("60 <= vehicle.max_speed_kmh", "60.0 <= vehicle.max_speed_kmh"),
        ("vehicle.seats >= 2", "vehicle.seats >= 2"),
        ("vehicle.seats >= 2.5", "double(vehicle.seats) >= 2.5"),
        ("vehicle.seats + 1 >= vehicle.max_speed_kmh", "double(vehicle.seats + 1) >= vehicle.max_speed_kmh"),
        ("vehicle.max_speed_kmh in [30, 60]", "vehicle.max_speed_kmh in [30.0, 60.0]"),
        ("vehicle.max_speed_kmh in [30, 60.5]", "vehicle.max_speed_kmh in [30.0, 60.5]"),
        ("30 in vehicle.gears_kmh", "30.0 in vehicle.gears_kmh"),
        ("vehicle.gears_kmh == [30, 60]", "vehicle.gears_kmh == [30.0, 60.0]"),
        ("vehicle.mass_kg * 2 > 1", "vehicle.mass_kg * 2.0 > 1.0"),
        ("(vehicle.driver_seat ? 1 : 2.5) > 1", "(vehicle.driver_seat ? 1.0 : 2.5) > 1.0"),
        ("private_car", 'vehicle.category == "M1" && "private" in vehicle.use'),
        ("!private_car", '!(vehicle.category == "M1" && "private" in vehicle.use)'),
        ("min(vehicle.seats, 2.5) > 1", "min(double(vehicle.seats), 2.5) > 1.0"),
        ("[1] == vehicle.gears_kmh", "[1.0] == vehicle.gears_kmh"),
        ("vehicle.seats in [1.5]", "double(vehicle.seats) in [1.5]"),
        ("max(1, vehicle.mass_kg) > 1", "max(1.0, vehicle.mass_kg) > 1.0"),
        (
            "max(vehicle.gears_kmh) + sum(vehicle.gears_kmh) > 1",
            "max(vehicle.gears_kmh) + sum(vehicle.gears_kmh) > 1.0",
        ),
        ("vehicle.model + '-' == 'a'", 'vehicle.model + "-" == "a"'),
        ("vehicle.markets + ['CN'] == ['CN']", 'vehicle.markets + ["CN"] == ["CN"]'),
        ("(vehicle.driver_seat ? [1] : [2, 3]) == [4]", "(vehicle.driver_seat ? [1] : [2, 3]) == [4]"),
        (
            "(vehicle.driver_seat ? as_of : vehicle.built) < as_of",
            "(vehicle.driver_seat ? as_of : vehicle.built) < as_of",
        ),
        ("int(vehicle.mass_kg) > 1", "int(vehicle.mass_kg) > 1"),
        ("lookup(gap, {'speed_kmh': 30}) > 1", 'lookup(gap, {"speed_kmh": 30.0}) > 1.0'),
    ],
)
def test_the_tree_stays_valid_cel(source, rewritten):
    assert unparse(checked(source)) == rewritten


@pytest.mark.parametrize(
    "source",
    [
        "size(vehicle.use) > 0 && vehicle.use.all(u, u == 'taxi')",
        "vehicle.use.all(u, u == 'taxi') && 0 < vehicle.use.size()",
        "vehicle.use.exists(u, u == 'taxi') && vehicle.use.all(u, u == 'taxi')",
        "'taxi' in vehicle.use && vehicle.use.all(u, u == 'taxi')",
        "vehicle.use != [] && vehicle.use.all(u, u == 'taxi')",
        "size(vehicle.use) == 0 || vehicle.use.all(u, u == 'taxi')",
        "vehicle.use == [] || vehicle.use.all(u, u == 'taxi')",
        "!(size(vehicle.use) > 0) || vehicle.use.all(u, u == 'taxi')",
        "size(vehicle.use) > 0 ? vehicle.use.all(u, u == 'taxi') : vehicle.driver_seat",
        "size(vehicle.use) == 0 ? vehicle.driver_seat : vehicle.use.all(u, u == 'taxi')",
        "!vehicle.use.all(u, u == 'taxi')",
        "vehicle.markets.all(m, m == 'CN')",  # never empty, says the schema
        "wanted.all(w, w in data_recording.dssad.elements)",
        "['a', 'b'].all(w, w in data_recording.dssad.elements)",
        "size(vehicle.use) == 0",
        "size(vehicle.use) >= 2",
        "size(vehicle.use) == 2",
        "!(size(vehicle.use) <= 2)",
        "size(vehicle.use) > 0 && size(vehicle.use) <= 2",
        "size(vehicle.model) <= 20",
        "size(vehicle.use.filter(u, u == 'taxi')) > 0 && vehicle.use.filter(u, u == 'taxi').all(u, u == 'taxi')",
    ],
)
def test_rules_that_say_what_emptiness_means(source):
    assert faults(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "vehicle.use.all(u, u == 'taxi')",
        "size(vehicle.use) > 0 || vehicle.use.all(u, u == 'taxi')",
        "size(vehicle.use) >= 0 && vehicle.use.all(u, u == 'taxi')",
        "size(vehicle.markets) > 0 && vehicle.use.all(u, u == 'taxi')",
        "size(vehicle.use) != 3",
        "size(vehicle.use) < 3",
        "!(size(vehicle.use) > 3)",
        "size(vehicle.use) == vehicle.seats",
        "size(vehicle.use) > 0 && vehicle.use.filter(u, u == 'taxi').all(u, u == 'taxi')",
        "!!vehicle.use.all(u, u == 'taxi')",
        "vehicle.driver_seat ? vehicle.use.all(u, u == 'taxi') : size(vehicle.use) > 0",
    ],
)
def test_rules_that_pass_on_emptiness(source):
    assert [what for _, what, _ in faults(source) if "of an empty" in what]


def test_a_condition_of_the_rule_says_what_emptiness_means():
    when = checked("size(vehicle.use) > 0")

    assert faults("vehicle.use.all(u, u == 'taxi')", SCOPE.in_role("require", when)) == []


@pytest.mark.parametrize(
    ("role", "source", "scope", "refused"),
    [
        ("when", "tests.exists(k, x, x.result == 'pass')", SCOPE, "when does not read tests"),
        (
            "applies_when",
            "documents.exists(k, x, x.title == 'a')",
            SCOPE,
            "applies_when does not read documents",
        ),
        ("dates_when", "size(tests) > 0", SCOPE, "dates_when does not read tests"),
        ("require", "tests.exists(k, x, x.result == 'pass')", SCOPE, "require does not read tests"),
        ("where", "tests.exists(k, x, x.result == 'pass')", T, "where does not read tests"),
        ("when", "t.result == 'pass'", T, "when does not read tests"),
        ("where", "t.result == 'pass'", T, None),
        ("require", "t.result == 'pass'", T, None),
        ("when", "f.level >= 3", F, None),
        ("require", "key in f.tests", F, None),
        ("for_each", "tests", SCOPE, None),
        ("for_each", "vehicle.markets", SCOPE, "for_each asks for the path of a map"),
        ("for_each", "vehicle.seats", SCOPE, "for_each asks for the path of a map"),
    ],
)
def test_evidence_never_decides_whether_a_rule_applies(role, source, scope, refused):
    found = [what for _, what, _ in faults(source, scope.in_role(role))]

    assert found == ([] if refused is None else [refused])


@pytest.mark.parametrize(
    ("source", "scope", "reads"),
    [
        ("vehicle.seats > 1 && vehicle.seats < 9", SCOPE, ("vehicle.seats",)),
        ("automation_features.exists(id, f, f.ddt.oedr == 'system')", SCOPE,
         ("automation_features", "automation_features.*.ddt.oedr")),
        ("automation_features.exists(id, automation_features[id].level > 2)", SCOPE,
         ("automation_features", "automation_features.*.level")),
        ("f.level >= 3 && fitted(f) && key != 'x'", F,
         ("automation_features.*.level", "automation_features.*.fitment")),
        ("vehicle.trailers.filter(t, t.braked).exists(t, t.mass_kg > 1)", SCOPE,
         ("vehicle.trailers", "vehicle.trailers.*.braked", "vehicle.trailers.*.mass_kg")),
        ("missing(wanted, data_recording.dssad.elements) == []", SCOPE, ("data_recording.dssad.elements",)),
        ("private_car && as_of > '2026-01-01'", SCOPE, ("vehicle.category", "vehicle.use")),
    ],
)  # fmt: skip
def test_reads(source, scope, reads):
    result = check(parse(source), scope)

    assert result.faults == ()
    assert result.reads == reads


def test_a_fault_in_a_let_is_told_where_it_is_used():
    scope = replace(SCOPE, lets={"late": parse("later"), "later": parse("vehicle.seats > 1")})

    assert faults("vehicle.driver_seat && late", scope) == [(23, "unknown name 'later'", None)]
    assert faults("later", scope) == []


def test_a_let_does_not_see_the_variables_around_it():
    scope = replace(SCOPE, lets={"high": parse("h.level > 3")})

    assert faults("automation_features.exists(id, h, high)", scope)[0][1] == "unknown name 'h'"


def test_lets_that_grow_beyond_all_bounds_are_refused():
    lets = {"n0": parse("vehicle.driver_seat")}
    lets |= {f"n{i}": parse(f"n{i - 1} && n{i - 1} || n{i - 1}") for i in range(1, 60)}
    found = faults("n59", replace(SCOPE, lets=lets))

    assert found == [(0, "an expression is too large", "split the requirement, or use a list")]
    assert MAX_NODES <= 5_000


def test_a_let_and_a_list_are_no_paths():
    assert faults("car.x == 1") == [(4, "true or false has no field 'x'", None)]
    assert faults("wanted == vehicle.seats") == [(7, "a list is compared with a whole number", None)]
