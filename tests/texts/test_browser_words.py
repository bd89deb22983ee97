"""Words that are handed to the browser: a script asks for each of them."""

import re
from pathlib import Path

from web import board_data, phone, result_card

STATIC = Path(__file__).parent.parent.parent / "web" / "static"


def test_a_script_asks_for_every_word_that_the_board_and_the_phone_get():
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in STATIC.rglob("*.js"))
    made = [(start, end) for start, end in re.findall(r"`(\w*)\$\{[^}`]*\}(\w*)`", scripts) if start or end]
    names = [*board_data.WORDS, *phone.WORDS, *(f"title_{step}" for step in phone.STEPS), *result_card.SAID]
    unasked = [
        name
        for name in names
        if not re.search(rf"\b{name}\b", scripts)
        and not any(name.startswith(start) and name.endswith(end) for start, end in made)
    ]
    assert not unasked
