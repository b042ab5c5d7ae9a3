"""How figures are printed, beside their like."""
