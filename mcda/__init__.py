"""Multi-criteria decision analysis: pure calculation on arrays, no case, no text, no files.

The core is the additive multi-attribute value model on fixed ranges: performances become scores from 0 to 100
(``value``), swing points become weights that sum to 1 (``weights``), and weight x score adds up to a total.
``compare``, ``tipping`` and ``equivalents`` explain that total. ``robustness`` (sampled) and ``shares`` (exact) say how
often an alternative comes first; ``flips`` and ``favourable`` what would change that; ``information`` what is worth
finding out. ``second_opinion`` asks other methods, and ``judgements`` turns comparisons of criteria into weights.

Reference:
    Belton and Stewart (2002), Multiple Criteria Decision Analysis.
"""
