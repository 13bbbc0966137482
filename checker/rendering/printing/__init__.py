"""A page of HTML as one archival and accessible PDF: cut into parts, laid out side by side, bound again."""
