"""What: counts, flags, weapons and shots."""
