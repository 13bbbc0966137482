"""Rule files, profiles and markets: bytes become standards that can be judged against."""
