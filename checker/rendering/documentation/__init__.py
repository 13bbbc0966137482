"""The rules as pages to read: one for each standard and each section of a spec; made, never edited."""
