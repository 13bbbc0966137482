"""Rule files in one form: order of keys, quotes, indentation; comments and line breaks are their author's."""
