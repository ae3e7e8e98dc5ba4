"""Said by whom: quotations, attributions, bodies that speak."""
