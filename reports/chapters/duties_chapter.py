"""Links to legal duties as yes, no or unknown: a signal for who prepares the decision, and no legal advice."""

from reports.blocks import Section, TableBlock
from reports.chapters.chapter_parts import heads, note, plain, row, source_ids
from reports.content import Content


def chapter(content: Content) -> Section:
    """A case that names no duties says so: then nobody has looked into them."""
    case, text = content.case, content.text
    title = text("chapters.duties")
    if not case.duties:
        return Section("duties", title, plain(text("chapters.duties_none"), text("limits.mer")))
    widths = {"duty": 2, "answer": 0.8, "why": 4, "sources": 0.8}
    table = TableBlock(
        "duties_all",
        title,
        heads(text, widths, "chapters.duty_"),
        tuple(
            row(text.of(item.label), text(f"function.{item.answer}"), text.of(item.why), source_ids(item.sources))
            for item in case.duties
        ),
    )
    return Section(
        "duties",
        title,
        (*plain(text("chapters.duties_intro"), text("limits.mer")), note(text("chapters.sources_note")), table),
    )
