"""The ASGI entry: `streamlit run app.py` finds `app`. Routes, middleware and start-up live here; nothing else does."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from ui.start import warm_up
from web import assets, builtin_words, euros, phone, pictures, projector, proposals, statement, verdict, when
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
        *builtin_words.routes,
        *assets.routes,
        *pictures.routes,
        *projector.routes,
        *phone.routes,
        *verdict.routes,
        *euros.routes,
        *when.routes,
        *proposals.routes,
        *statement.routes,
    ],
    middleware=[Middleware(SafeHeaders), Middleware(PageLanguage)],
)
