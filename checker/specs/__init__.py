"""Vehicle specs: from the bytes of a file to resolved configurations."""
