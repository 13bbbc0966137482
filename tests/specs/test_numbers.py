"""Numbers in the unit of their field."""

import pytest

from checker.schemas.fields import Field
from checker.specs.numbers import Refused, in_unit
from checker.values.spreads import Envelope, Spread
from checker.values.units import Units

UNITS = Units({"kmh": {"km/h": (1, 0), "mph": (1.609344, 0)}, "min": {"min": (1, 0), "h": (60, 0)}})
SPEED = Field("number", unit="kmh", range="envelope", min=0, max=500)
MINUTES = Field("integer", unit="min", range="spread")
BARE = Field("number")


@pytest.mark.parametrize(
    ("raw", "unit", "field", "value"),
    [
        (40, None, SPEED, 40.0),
        (40, "mph", SPEED, 64.37376),
        (40, "km/h", SPEED, 40.0),
        ({"min": 0, "max": 40}, "mph", SPEED, Envelope(0.0, 64.37376)),
        ({"max": 40}, None, SPEED, Envelope(None, 40.0)),
        (3.0, None, MINUTES, 3),
        (0.5, "h", MINUTES, 30),
        ({"min": 1, "max": 2}, "h", MINUTES, Spread(60, 120)),
        (-0.0, None, SPEED, 0.0),
    ],
)
def test_a_number_is_in_the_unit_and_type_of_its_field(
    raw: object, unit: str | None, field: Field, value: object
) -> None:
    found = in_unit(raw, unit, field, UNITS)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("raw", "unit", "field", "what", "mend"),
    [
        ({"min": 2, "max": 1}, None, SPEED, "min 2 is greater than max 1", "smaller number first"),
        ({"min": 2, "max": 1}, "mph", SPEED, "min 2 is greater than max 1", "smaller number first"),
        (
            1,
            "furlong",
            SPEED,
            "the unit 'furlong' is not known for a field in kmh",
            "write one of: km/h, mph",
        ),
        (1, "s", BARE, "this field has no unit, so it cannot be given in s", "leave the unit out"),
        (0.001, "h", MINUTES, "0.001 h is no whole number of min", None),
        (400, "mph", SPEED, "400 mph is 643.738 in kmh, beyond the limit 500", None),
        (-1, "mph", SPEED, "-1 mph is -1.60934 in kmh, beyond the limit 0", None),
        (1.7e308, "mph", Field("number", unit="kmh"), "1.7e+308 mph is too large a number", None),
    ],
)
def test_a_number_that_cannot_be_used_says_why(
    raw: object, unit: str | None, field: Field, what: str, mend: str | None
) -> None:
    with pytest.raises(Refused) as caught:
        in_unit(raw, unit, field, UNITS)
    assert caught.value.what.en == what
    assert caught.value.what.zh != what
    if mend is None:
        assert caught.value.mend is None
    else:
        assert caught.value.mend is not None
        assert mend in caught.value.mend.en
