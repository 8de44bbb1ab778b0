"""Use cases that no page and no operation reaches ask for their right all the same."""

import pytest

from fullscore.engine.registers.access import NotAllowedError, Right, Role, roles_with
from fullscore.usecases import imports
from tests.conftest import MemberFactory


def test_imports_named_on_the_command_line_need_the_right_to_import(member: MemberFactory) -> None:
    for role in set(Role) - roles_with(Right.IMPORT):
        with pytest.raises(NotAllowedError):
            imports.refuse_unknown(by=member(role), files=[("people.csv", b"Name\n")])
