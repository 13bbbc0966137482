"""The bench of those who write rules: rules that test themselves."""
