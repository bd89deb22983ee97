"""The ASGI entry: `streamlit run app.py` finds `app`. Routes, middleware and start-up live here; nothing else does."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from ui.warm_up import warm_up
from web import (
    assets,
    dimensions_and_gaps,
    euro_answers,
    phone,
    picture_pages,
    projector,
    proposal_pages,
    statement,
    streamlit_words,
    verdict_answers,
)
from web.middleware import PageLanguage, SafeHeaders


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Read the cases once, then keep what start-up made out of every later garbage collection."""
    warm_up()
    gc.collect()
    gc.freeze()
    yield


app = st.App(
    "ui/main.py",
    lifespan=ready,
    routes=[
        *streamlit_words.routes,
        *assets.routes,
        *picture_pages.routes,
        *projector.routes,
        *phone.routes,
        *verdict_answers.routes,
        *euro_answers.routes,
        *dimensions_and_gaps.routes,
        *proposal_pages.routes,
        *statement.routes,
    ],
    middleware=[Middleware(SafeHeaders), Middleware(PageLanguage)],
)
