"""Rapport: choose what goes in, look at it, make the files, and open an earlier report again."""

import streamlit as st

from reports.content import NotExportable, refuse_to_export
from reports.making.request import FORMATS
from texts import LANGUAGES
from texts.languages import language_name
from ui import state
from ui.screens.report import report_files, report_people, report_proposal
from ui.screens.report.report_choice import choice, choose, report_language
from ui.shared.page_html import show
from weighing.equal_treatment import without_weak_point

KINDS = ("reference", "view", "single_value", "party")
DEPTHS = ("summary", "council", "full")


def show_page() -> None:
    """The choices, the making and the files; a sentence instead when the case cannot go to a council as it is."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("report_page.title"), level=1, quiet=False, lines=[text("report_page.intro")])
    try:
        refuse_to_export(case)
    except NotExportable as refused:
        show("warning.html", text, title=text("report_page.not_possible"), lines=[text.of(refused.text)])
        report_people.show_reopening()
    else:
        bare = [text.of(item.label) for item in without_weak_point(case)]
        if bare:
            said = text("audit.no_weak_point", alternatives=text.listed(bare))
            show("warning.html", text, title=text("report_page.no_weak_point"), lines=[said])
        with st.container(key="two_report"):
            with st.container():
                _weightings()
                report_people.show_people()
            with st.container():
                _form()
        report_files.show_making()
        with st.container(key="two_links"):
            with st.container():
                report_files.show_links()
            with st.container():
                report_people.show_reopening()


def _weightings() -> None:
    """Which weightings are in it: nothing is chosen beforehand, and one order alone is never the whole report."""
    case, text, chosen = state.case(), state.words(), choice()
    lines = [text("report_page.weightings_about")]
    show("text.html", text, title=text("report_page.weightings"), level=2, quiet=False, lines=lines)
    by_kind = sorted(case.profiles, key=lambda profile: KINDS.index(profile.kind))
    names = {profile.id: text.of(profile.label) for profile in by_kind}
    # The buttons below write the answer of this widget, so it gets its beginning there too and not as a default.
    st.session_state.setdefault(_profiles_key(), [key for key in names if key in chosen.profiles])
    st.multiselect(
        text("report_page.profiles"),
        list(names),
        format_func=lambda key: names[key],
        placeholder=text("report_page.profiles_none"),
        key=_profiles_key(),
        on_change=_take,
        args=("profiles", _profiles_key(), tuple),
    )
    with st.container(horizontal=True):
        st.button(text("report_page.profiles_all"), key="report_all", on_click=_all_profiles)
        st.button(text("report_page.profiles_clear"), key="report_clear", on_click=_no_profiles)
    comparison = state.comparison()
    st.checkbox(
        text("report_page.own"),
        value=chosen.own and comparison is not None,
        disabled=comparison is None,
        key="report_own",
        on_change=_take,
        args=("own", "report_own", bool),
    )
    if comparison is None:
        st.caption(text("report_page.own_first"))


def _form() -> None:
    """How it looks: how much, in which language, as which files."""
    case, text, chosen = state.case(), state.words(), choice()
    show("text.html", text, title=text("report_page.form"), level=2, quiet=False, lines=[])
    st.radio(
        text("report_page.depth"),
        DEPTHS,
        index=DEPTHS.index(chosen.depth),
        format_func=lambda key: text(f"report_page.depth_{key}"),
        captions=[text(f"report_page.depth_{key}_about") for key in DEPTHS],
        key="report_depth",
        on_change=_take,
        args=("depth", "report_depth", str),
    )
    with st.container(horizontal=True):
        st.segmented_control(
            text("report_page.language"),
            LANGUAGES,
            default=report_language(case, chosen),
            required=True,
            format_func=lambda key: language_name(key, text.language),
            key="report_language",
            on_change=_take,
            args=("language", "report_language", str),
        )
    if case.has_amounts:
        st.checkbox(
            text("report_page.euros"),
            value=chosen.euros,
            key="report_euros",
            on_change=_take,
            args=("euros", "report_euros", bool),
        )
        st.caption(text("report_page.euros_about"))
    st.pills(
        text("report_page.formats"),
        FORMATS,
        default=list(chosen.formats),
        selection_mode="multi",
        format_func=lambda key: text(f"report_page.as_{key}"),
        key="report_formats",
        on_change=_take,
        args=("formats", "report_formats", tuple),
    )
    if choice().formats:
        st.multiselect(
            text("report_page.confidential"),
            choice().formats,
            default=[name for name in chosen.confidential if name in choice().formats],
            placeholder=text("report_page.confidential_none"),
            format_func=lambda key: text(f"report_page.as_{key}"),
            help=text("report_page.confidential_about"),
            key="report_confidential",
            on_change=_take,
            args=("confidential", "report_confidential", tuple),
        )
    if "proposal" in choice().formats:
        report_proposal.show_fields()
    with st.expander(text("report_page.template")):
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("report_page.template_about")])
        given = st.file_uploader(text("report_page.template_file"), ["docx"], key="report_template", max_upload_size=10)
        if given is not None:
            report_proposal.show_tags(report_files.template_tags(given.file_id, given.getvalue()))


def _take(name: str, widget: str, kind: type) -> None:
    choose(**{name: kind(st.session_state[widget] or ())})


def _all_profiles() -> None:
    _profiles(tuple(profile.id for profile in state.case().profiles))


def _no_profiles() -> None:
    _profiles(())


def _profiles(chosen: tuple[str, ...]) -> None:
    choose(profiles=chosen)
    st.session_state[_profiles_key()] = list(chosen)


def _profiles_key() -> str:
    """Each case has other profiles."""
    return f"report_profiles_{state.case().id}"
