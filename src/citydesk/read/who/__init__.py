"""Who: persons, their parts, and what befell them."""
