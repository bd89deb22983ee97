"""While a test waits, what the browser tells comes in: else it would wait for ever for the address of a page."""

from .waiting import soon


def test_an_address_and_a_message_that_come_later_are_heard_without_asking_the_page(page):
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto("about:blank")
    page.evaluate("() => { setTimeout(() => { location.hash = 'later'; console.log('said later'); }, 300); }")
    soon(lambda: page.url, "about:blank#later", patience=5000)
    soon(lambda: "said later" in told, True, patience=5000)
