"""Values that vehicles are described in: spreads and envelopes, units, ISO dates, three truth values."""
