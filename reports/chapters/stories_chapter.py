"""Stories: what somebody says about an effect, in a role and without a name. They are in no sum."""

from reports.blocks import Section, TableBlock
from reports.chapters.chapter_parts import heads, note, plain, row, source_ids
from reports.content import Content
from wording.story_rows import story_rows


def chapter(content: Content) -> Section:
    """All stories in the order of the file; a case without stories says so."""
    case, text = content.case, content.text
    rows = story_rows(case, text)
    if not rows:
        return Section("stories", text("effects.stories"), (note(text("chapters.no_stories")),))
    widths = {"about": 1.4, "alternative": 1.1, "who": 1.2, "text": 4, "kind": 1.1, "sources": 0.7}
    table = TableBlock(
        "stories_all",
        text("effects.stories"),
        heads(text, widths, "chapters.story_"),
        tuple(
            row(item.criterion, item.alternative, item.role, item.text, item.kind, source_ids(item.sources))
            for item in rows
        ),
    )
    return Section("stories", text("effects.stories"), (*plain(text("effects.stories_about")), table))
