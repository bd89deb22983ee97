"""The whole report: what stands under its title, the first page, the summary, and the chapters in a fixed order."""

import shlex
from functools import cache

from markupsafe import Markup

from cases import SHIPPED
from cases.reading.case_folder import read_files
from files.problems import Problems
from files.version import version
from reports.blocks import Items, Paragraph, ReportDocument, Section
from reports.bundle.made_by import METHOD, program
from reports.chapters import (
    account_chapter,
    alternatives_chapter,
    conflicts_chapter,
    dimensions_chapter,
    duties_chapter,
    effects_chapter,
    euros_chapter,
    evaluation_chapter,
    gaps_chapter,
    glossary_chapter,
    method_chapter,
    opinions_chapter,
    question_chapter,
    requirements_chapter,
    results_chapter,
    robustness_chapter,
    short_chapter,
    sources_chapter,
    stories_chapter,
    summary_chapter,
    switches_chapter,
    weights_chapter,
    who_chapter,
)
from reports.chapters.chapter_parts import joined
from reports.chapters.two_pages import two_pages
from reports.content import Content
from reports.council_depth import council_annex
from reports.printed_numbers import seeds
from texts.numbers import day, quantity
from weighing.euros.valuing import EuroChoices
from wording.language_note import language_note
from wording.requirement_words import requirement_names

BODY = (
    question_chapter.chapter,
    requirements_chapter.chapter,
    who_chapter.chapter,
    results_chapter.chapter,
    dimensions_chapter.chapter,
    gaps_chapter.chapter,
    duties_chapter.chapter,
)
"""What a council reads behind the summary: the question, what may not, who and when, and what nobody knows."""

CHAPTERS = (
    alternatives_chapter.chapter,
    effects_chapter.chapter,
    conflicts_chapter.chapter,
    weights_chapter.chapter,
    euros_chapter.chapter,
    robustness_chapter.chapter,
    opinions_chapter.chapter,
    switches_chapter.chapter,
    stories_chapter.chapter,
    account_chapter.chapter,
    evaluation_chapter.chapter,
    method_chapter.chapter,
    sources_chapter.chapter,
    glossary_chapter.chapter,
)
"""The annexes: facts first, then values and money, then doubt, then people, then how it was made. What a chapter leaves
out of the report for the council it says itself, with ``Section.one_by_one``."""


def document(content: Content) -> ReportDocument:
    """The report. The annex is in it when the depth asks for it; how it was made always is."""
    case, text = content.case, content.text
    if content.settings.depth == "summary":
        sections: tuple[Section, ...] = two_pages(content, again_lines(content))
    else:
        body, annex = (
            [found for chapter in chapters if (found := chapter(content)) is not None] for chapters in (BODY, CHAPTERS)
        )
        divider = Section(
            "annexes", text("report.annexes"), (Paragraph(text.html("report.annexes_about")),), new_page=True
        )
        behind = [*body, divider, *annex]
        if content.settings.depth == "council":
            behind = council_annex(behind, text)
        sections = (short_chapter.chapter(content), summary_chapter.chapter(content), *behind, made_section(content))
    return ReportDocument(
        title=content.marked(text("report.title", title=text.of(case.title))),
        subtitle=text.of(case.question),
        language=content.settings.language,
        facts=facts(content),
        sections=sections,
        contents=content.settings.depth != "summary",
    )


def facts(content: Content) -> tuple[tuple[str, str], ...]:
    """Date, case, version and program. How to make the report again stands at its end.

    The summary alone has no room to say the case again, which its title names.
    """
    case, text = content.case, content.text
    data = day(case.version_date, text.language)
    note = language_note(case, text)
    named = () if content.settings.depth == "summary" else ((text("report.fact_case"), text.of(case.title)),)
    return (
        (text("report.fact_day"), day(content.settings.day, text.language)),
        *named,
        (text("report.fact_version"), text("report.version_of", version=case.version, day=data)),
        (text("report.fact_program"), program()),
        *(((text("report.fact_language"), note),) if note is not None else ()),
    )


def command(content: Content) -> str:
    """The line that makes this report: of a case that comes with the program by its id, else from the JSON beside it.

    Own weights, weightings of people, choices about euros, and what is written for a council are in that JSON only.
    """
    settings, case = content.settings, content.case
    chosen = settings.euros is not None and settings.euros != EuroChoices()
    written = settings.fields or settings.confidential
    if settings.own is not None or settings.people or chosen or written or case.version != _shipped_version(case.id):
        file = f"{case.id}-{case.version}-{settings.language}.json"
        own = ["--lang", settings.language, "--day", settings.day.isoformat(), "--depth", settings.depth]
        return shlex.join(["python", "-m", "reports", file, *own])
    parts = ["python", "-m", "reports", content.case.id]
    if settings.profiles:
        parts += ["--profiles", "all" if _all_profiles(content) else ",".join(settings.profiles)]
    if settings.euros is not None:
        parts.append("--euros")
    if settings.requirements_off:
        parts += ["--requirements-off", ",".join(settings.requirements_off)]
    if case.reference != case.own_reference:
        parts += ["--reference", case.reference]
    parts += ["--lang", settings.language, "--day", settings.day.isoformat(), "--depth", settings.depth]
    return shlex.join(parts)


@cache
def _shipped_version(case_id: str) -> str | None:
    """The version of a case that comes with the program; None when there is none of that name."""
    folder = SHIPPED / case_id
    return version(read_files(folder, Problems())) if (folder / "case.yaml").is_file() else None


def made_section(content: Content) -> Section:
    """Everything that is needed to get the same numbers again."""
    text = content.text
    intro = Paragraph(text.html("report.again_intro"))
    return Section("made", text("report.again"), (intro, Items(again_lines(content))))


def again_lines(content: Content) -> tuple[Markup, ...]:
    """The case, the weightings, the settings and the command that make the same report."""
    case, text, settings = content.case, content.text, content.settings
    if settings.depth == "summary":  # version and weightings stand under its title and in its table
        lines = [text.html("report.again_method", method=METHOD)]
    else:
        case_line = text.html("report.again_case", id=case.id, version=case.version)
        lines = [joined([case_line, text.html("report.again_method", method=METHOD)]), _again_profiles(content)]
    if settings.own is not None:
        lines.append(text.html("report.again_own", points=_points(content)))
    if content.room is not None and content.room.everyone is not None:
        lines.append(text.html("report.again_people", count=content.room.everyone.people))
    if case.reference != case.own_reference:
        lines.append(text.html("report.again_reference", name=text.of(case.alternative(case.reference).label)))
    if settings.requirements_off:
        off = tuple(item for item in case.requirements if item.id in settings.requirements_off)
        lines.append(text.html("report.again_off", requirements=text.bold(requirement_names(off, text))))
    if content.euros is not None:
        lines.append(text.html("report.again_euros", set=text.of(content.euros.factor_set.name)))
    elif settings.depth != "summary":
        lines.append(text.html("report.again_no_euros"))
    lines += [
        text.html("report.again_seeds", **seeds(content)),
        text.html("report.again_bundle"),
        text.html("report.again_command", command=command(content)),
    ]
    return tuple(lines)


def _again_profiles(content: Content) -> Markup:
    case, text = content.case, content.text
    profiles = [text.of(case.profile(key).label) for key in content.settings.profiles]
    if _all_profiles(content):
        return text.html("report.again_all_profiles")
    if profiles:
        return text.html("report.again_profiles", profiles=text.bold(profiles))
    return text.html("report.again_no_profiles")


def _all_profiles(content: Content) -> bool:
    return content.settings.profiles == tuple(profile.id for profile in content.case.profiles)


def _points(content: Content) -> Markup:
    """`Reizen 100, Leven 40`: every theme that was weighed."""
    given = content.settings.own.theme_points if content.settings.own is not None else {}
    language = content.text.language
    named = [
        f"{theme.label.get(language)} {quantity(given[theme.id], language, 2)}"
        for theme in content.case.themes
        if theme.id in given
    ]
    return content.text.bold(named)
