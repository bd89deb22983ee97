"""The words of a verdict, and the reasons from which they follow (record 0013)."""

from typing import Literal

Word = Literal["firm", "shaky", "undecided"]
Reason = Literal[
    "holds", "alone", "unrivalled",
    "effects", "weights", "either", "together", "unvaried",
    "seldom", "near", "unknown", "unsure",
]  # fmt: skip
"""Why the word is what it is. Firm: it *holds* for other effects and weights, all others fail a hard requirement, or
nowhere is any of them better. Shaky: other *effects* may put another first, or other *weights*, *either* of these, only
both *together*; or too little could turn out otherwise. Undecided: it comes first too *seldom*, another is too *near*,
or it depends on an effect that is not *known*, or on what the person is *unsure* about."""

WORDS: dict[Reason, Word] = {
    "holds": "firm", "alone": "firm", "unrivalled": "firm",
    "effects": "shaky", "weights": "shaky", "either": "shaky", "together": "shaky", "unvaried": "shaky",
    "seldom": "undecided", "near": "undecided", "unknown": "undecided", "unsure": "undecided",
}  # fmt: skip
