"""Multi-criteria decision analysis: pure calculation on arrays, no case, no text, no files.

The core is the additive multi-attribute value model on fixed ranges: performances become scores from 0 to 100
(``value``), swing points become weights that sum to 1 (``weights``), and weight x score adds up to a total.
``compare``, ``tipping`` and ``equivalents`` explain that total; ``second_opinion`` asks another method.

Reference:
    Belton and Stewart (2002), Multiple Criteria Decision Analysis.
"""
