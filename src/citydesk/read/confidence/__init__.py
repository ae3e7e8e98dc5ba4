"""How sure: from what the rules and the encoder make of a fact to the chance that it is right."""
