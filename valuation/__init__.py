"""Euros beside the weighing: what it costs to remedy the effects of an alternative, or what they are worth to society.

Pure calculation on effects and a factor set (``loader``); it knows no case and no weights. An effect becomes an amount
(``apply``), amounts become totals of one alternative (``true_price``, ``welfare``) and two alternatives are compared
(``compare``, ``doubt``). ``choices`` recalculates it all with another biome, carbon factor, rate or horizon.

One total comes from one factor set, in one price year. What has no factor is "not valued", never 0.
"""
