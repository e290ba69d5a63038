"""Open and close the account with which a person logs in."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from faheng.kernel.parties.actions.checks import filled, must_administer, person_of
from faheng.kernel.parties.models import Person
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import AlreadyOnFile, Incomplete, NotOnFile

ONE_TIME = "一次性密码"
"""The group of accounts whose password was given by somebody else."""


@transaction.atomic
def open_account(
    person_id: int, username: str, password: str, *, by: Viewer, one_time: bool = False
) -> Person:
    """Give a person an account; an account closed before is opened anew.

    Args:
        person_id: whose it is.
        username: under which name they log in.
        password: with which password.
        by: who opens it.
        one_time: whether the password must be changed at once.
    """
    person = person_of(person_id)
    must_administer(by, person.organ.division.path)
    filled(账号=username)
    users = get_user_model().objects
    taken = users.filter(username=username).exclude(person=person)
    if taken.exists():
        raise AlreadyOnFile
    try:
        validate_password(password)
    except ValidationError as error:
        raise Incomplete("".join(error.messages)) from error
    user = person.user or users.create_user(username=username)
    user.username, user.is_active = username, True
    user.set_password(password)
    user.save()
    if one_time:
        user.groups.add(Group.objects.get_or_create(name=ONE_TIME)[0])
    person.user = user
    person.save(update_fields=["user"])
    return person


@transaction.atomic
def close_account(person_id: int, *, by: Viewer) -> Person:
    """Close a person's account; what they did stays theirs."""
    person = person_of(person_id)
    must_administer(by, person.organ.division.path)
    if person.user is None:
        raise NotOnFile
    person.user.is_active = False
    person.user.save(update_fields=["is_active"])
    return person
