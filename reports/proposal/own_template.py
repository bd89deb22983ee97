"""The council proposal as a Word file, in the municipality's own template where that has places for it."""

from reports.blocks import ReportDocument
from reports.content import Content
from reports.proposal.form_fields import FIELDS, by_tag, form, tag
from reports.proposal.template_tags import PART, tags
from reports.writers.docx_writer import write_docx, write_filled
from reports.writers.word.word_template import check_template


def write_proposal(content: Content, made: ReportDocument, template: bytes | None) -> bytes:
    """The proposal `made` of a content: in a template that has places for it, or else as a document of our own.

    Raises:
        TemplateError: as `write_docx`.
    """
    if template is None or not tags(check_template(template), content.text).known:
        return write_docx(made, {}, template)
    written = {field.tag: field.value for field in form(content, *FIELDS).fields}
    fields = {name: written[tag(key, content.text)] for name, key in by_tag().items() if key in FIELDS}
    sections = {section.id.removeprefix("proposal_"): section for section in made.sections}
    parts = {name: sections[key.removeprefix(PART)] for name, key in by_tag().items() if key.startswith(PART)}
    marked = "proposal" in content.settings.confidential
    mark = content.text("report.confidential") if marked else ""
    return write_filled(made, template, fields, parts, mark)
