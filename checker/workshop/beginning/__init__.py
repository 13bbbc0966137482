"""Rule files and requirements that are begun: commented, sound, and clear about what is to be filled in."""
