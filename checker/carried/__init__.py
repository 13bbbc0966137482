"""What a report carries so that it can be verified: its result, and a record of what it was made from."""
