"""Where: places, addresses, and which of them is the scene."""
