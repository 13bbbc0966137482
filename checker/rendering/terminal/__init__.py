"""What people see most: results as text for a terminal, in columns that stay straight with Chinese."""
