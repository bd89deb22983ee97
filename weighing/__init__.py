"""What people make of the facts of a case: weights, totals, what decides, when it flips and how sure that is."""
