"""What an organisation accepts for a time although it is not met, and what that comes to on a day."""
