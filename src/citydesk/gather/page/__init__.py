"""One news page taken apart: its markup, what it states of itself, its text, its posts, its kind."""
