"""The trained encoder: what it makes of a report's words, beside what the rules make of them."""
