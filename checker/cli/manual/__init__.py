"""The manual: a page for each command, laid out as manual pages are."""
