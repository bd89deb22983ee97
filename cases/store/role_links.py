"""Links to an own case with a role: made and withdrawn by whoever manages the case. Only a hash of each is kept."""

import secrets
from collections.abc import Callable

from sqlalchemy import func, insert, select, update

from cases.store.changing import Store, hashed, moment
from cases.store.rights import LINK_ROLES, LinkRole
from cases.store.said_words import clean, said
from cases.store.store_errors import FullLinksError, NoSuchLinkError, WordsError
from cases.store.store_records import OpenedCase, RoleLink
from cases.store.store_tables import LOG, OWN, ROLE_LINKS
from texts.message import message

LABEL = (2, 60)
"""Least and most characters."""
MOST_LINKS = 100
"""Of one case, those that were withdrawn too."""


class RoleLinks:
    """The links of the cases in a store. Raises what OwnCases raises about cases, keys and the database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(self, case_id: str, key: str, role: LinkRole, label: str) -> str:
        """A new link for a role; returns its secret, which cannot be shown again.

        Raises:
            WordsError: the label is missing or too long, or the role is none; FullLinksError.
        """
        label = said(clean(label).replace("\n", " "), *LABEL, message("store.role"))
        if role not in LINK_ROLES:
            raise WordsError("store.no_role")
        secret = secrets.token_urlsafe(24)
        with self._store.change(case_id, key, "make_link") as (connection, _, by):
            here = ROLE_LINKS.c.case_id == case_id
            number = (connection.scalar(select(func.max(ROLE_LINKS.c.number)).where(here)) or 0) + 1
            if number > MOST_LINKS:
                raise FullLinksError(MOST_LINKS)
            new = {"number": number, "role": role, "label": label, "secret_hash": hashed(secret)}
            made = self._store.now().isoformat()
            connection.execute(insert(ROLE_LINKS).values(case_id=case_id, made=made, **new))
            self._store.note(connection, case_id, "make_link", number=number, who=by.label, why=label)
        return secret

    def revoke(self, case_id: str, key: str, number: int) -> None:
        """From now on the link opens nothing. What was done with it stays.

        Raises:
            NoSuchLinkError: the case has no link with this number.
        """
        with self._store.change(case_id, key, "revoke_link") as (connection, _, by):
            here = (ROLE_LINKS.c.case_id == case_id) & (ROLE_LINKS.c.number == number)
            found = connection.execute(select(ROLE_LINKS).where(here)).one_or_none()
            if found is None:
                raise NoSuchLinkError
            if found.revoked is None:
                connection.execute(update(ROLE_LINKS).where(here).values(revoked=self._store.now().isoformat()))
                self._store.note(connection, case_id, "revoke_link", number=number, who=by.label, why=found.label)

    def bind(self, case_id: str, key: str, personal: str) -> None:
        """From now on the link opens nothing by itself, and ``personal``, of whoever signed in, opens what it opened.

        A link of before that the same person had bound makes place for this one.
        """
        with self._store.change(case_id, key, "bind_link") as (connection, _, by):
            here = ROLE_LINKS.c.case_id == case_id
            link = connection.execute(select(ROLE_LINKS).where(here, ROLE_LINKS.c.secret_hash == hashed(key))).one()
            before = select(ROLE_LINKS).where(here, ROLE_LINKS.c.secret_hash == hashed(personal))
            old = connection.execute(before).one_or_none()
            if old is not None and old.number != link.number:
                gone = {"secret_hash": hashed(secrets.token_urlsafe(24))}
                gone["revoked"] = old.revoked or self._store.now().isoformat()
                connection.execute(update(ROLE_LINKS).where(here, ROLE_LINKS.c.number == old.number).values(gone))
            this = update(ROLE_LINKS).where(here, ROLE_LINKS.c.number == link.number)
            connection.execute(this.values(secret_hash=hashed(personal)))
            self._store.note(connection, case_id, "bind_link", number=link.number, who=by.label)

    def opened_by(self, personal: Callable[[str], str]) -> tuple[OpenedCase, ...]:
        """The cases that open for whoever signed in; ``personal`` gives what opens a case for that person, from its id.

        Those that were deleted, or whose link was withdrawn, are not among them.
        """
        rows = select(ROLE_LINKS).join(OWN, OWN.c.case_id == ROLE_LINKS.c.case_id)
        rows = rows.where(OWN.c.deleted.is_(None), ROLE_LINKS.c.revoked.is_(None)).order_by(ROLE_LINKS.c.case_id)
        with self._store.begun() as connection:
            return tuple(
                OpenedCase(row.case_id, row.role, row.label)
                for row in connection.execute(rows)
                if row.secret_hash == hashed(personal(row.case_id))
            )

    def links(self, case_id: str, key: str) -> tuple[RoleLink, ...]:
        """All links of a case, oldest first, those that were withdrawn too."""
        rows = select(ROLE_LINKS).where(ROLE_LINKS.c.case_id == case_id).order_by(ROLE_LINKS.c.number)
        bound = select(LOG.c.number).where(LOG.c.case_id == case_id, LOG.c.what == "bind_link")
        with self._store.begun() as connection:
            self._store.checked(connection, case_id, key, "links")
            signed_in = set(connection.scalars(bound))
            return tuple(
                RoleLink(
                    row.number,
                    row.role,
                    row.label,
                    moment(row.made),
                    row.revoked and moment(row.revoked),
                    row.number in signed_in,
                )
                for row in connection.execute(rows)
            )
