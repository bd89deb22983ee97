"""The ASGI entry: `streamlit run app.py` finds `app`. Routes, middleware and start-up live here; nothing else does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from ui.navigation import ADDRESSES, OLD_ADDRESSES
from ui.warm_up import warm_up
from web import assets, streamlit_words
from web.key_links import OldKeyLinks
from web.mended_links import MendedLinks
from web.middleware import PageLanguage, SafeHeaders
from web.missing_pages import SIGN_IN_ROUTES, old_routes
from web.quick_answers import send_at_once
from web.routes_later import LaterRoutes
from web.sign_in_settings import sign_in

SIGN_IN = sign_in()


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Read the cases while the first browser loads the scripts of the page; what only some pages need comes behind."""
    send_at_once()
    warm_up()
    yield


app = st.App(
    "ui/main.py",
    lifespan=ready,
    secrets=None if SIGN_IN is None else SIGN_IN.streamlit_secrets(),
    routes=[
        *streamlit_words.routes,
        *assets.routes,
        *old_routes(OLD_ADDRESSES),
        *(SIGN_IN_ROUTES if SIGN_IN is None else []),
        LaterRoutes("web.picture_pages", ["plaatje"]),
        LaterRoutes("web.preview_pictures", ["voorvertoning"]),
        LaterRoutes("web.projector", ["scherm"]),
        LaterRoutes("web.presenter", ["regie"]),
        LaterRoutes("web.phone", ["m"]),
        LaterRoutes("web.verdict_answers", ["zeker"]),
        LaterRoutes("web.board_answers", ["weging"]),
        LaterRoutes("web.euro_answers", ["bedragen"]),
        LaterRoutes("web.dimensions_and_gaps", ["wanneer", "leemten"]),
        LaterRoutes("web.future_answers", ["toekomst"]),
        LaterRoutes("web.proposal_pages", ["voorstel"]),
        LaterRoutes("web.rooms.participant_answers", ["s"]),
        LaterRoutes("web.rooms.desk_answers", ["leid"]),
        LaterRoutes("web.rooms.wall_page", ["zaal"]),
        LaterRoutes("web.rooms.privacy_page", ["privacy"]),
        LaterRoutes("web.key_links", ["sleutel"]),
        LaterRoutes("web.short_page", ["kort"]),
        LaterRoutes("web.statement", ["toegankelijkheid"]),
        LaterRoutes("web.fairness_note", ["fairness"]),
    ],
    middleware=[
        Middleware(SafeHeaders),
        Middleware(MendedLinks),
        Middleware(OldKeyLinks),
        Middleware(PageLanguage, pages=ADDRESSES),
    ],
)
