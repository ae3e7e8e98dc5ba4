"""When: time expressions, what they come to, and which is the incident's."""
