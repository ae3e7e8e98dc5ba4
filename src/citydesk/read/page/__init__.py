"""The report laid out for reading: one text with its sentences, words and numbers, and what stages hand on."""
