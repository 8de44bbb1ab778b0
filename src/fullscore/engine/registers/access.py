"""Who may do what: roles, rights, and the class of a field that a role may read."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A person's place in one organisation."""

    OWNER = "owner"
    IT = "it"
    EXECUTIVE = "executive"
    AUDITOR = "auditor"
    REQUESTER = "requester"


class FieldClass(StrEnum):
    """How far a field's values may travel."""

    OPEN = "open"
    MONEY = "money"
    PERSONAL = "personal"
    INTERNAL = "internal"


class Right(StrEnum):
    """One thing a member may be allowed to do; use cases ask for it by name."""

    BELONG = "belong"
    READ_REGISTERS = "read-registers"
    EDIT_REGISTERS = "edit-registers"
    READ_HISTORY = "read-history"
    IMPORT = "import"
    PLAN_GOALS = "plan-goals"
    KEEP_PLANS = "keep-plans"
    ACT_ON_FINDINGS = "act-on-findings"
    MANAGE_MEMBERS = "manage-members"
    MANAGE_SETTINGS = "manage-settings"
    MANAGE_TOKENS = "manage-tokens"


_READS = {
    Role.OWNER: frozenset(FieldClass),
    Role.IT: frozenset(FieldClass),
    Role.EXECUTIVE: frozenset({FieldClass.OPEN, FieldClass.MONEY}),
    Role.AUDITOR: frozenset({FieldClass.OPEN, FieldClass.MONEY}),
    # A requester reads own rows only; of these also what is personal, never money.
    Role.REQUESTER: frozenset({FieldClass.OPEN, FieldClass.PERSONAL}),
}
_MAY = {
    Role.OWNER: frozenset(Right),
    Role.IT: frozenset(Right) - {Right.MANAGE_MEMBERS},
    Role.EXECUTIVE: frozenset({Right.BELONG, Right.READ_REGISTERS, Right.PLAN_GOALS}),
    Role.AUDITOR: frozenset({Right.BELONG, Right.READ_REGISTERS, Right.READ_HISTORY, Right.PLAN_GOALS}),
    Role.REQUESTER: frozenset({Right.BELONG, Right.READ_REGISTERS}),
}


class NotAllowedError(Exception):
    """The member's role does not carry the right that an action needs."""

    def __init__(self, role: Role, right: Right) -> None:
        super().__init__(f"The role {role.value} may not do this ({right.value}).")
        self.role = role
        self.right = right


WRITING = frozenset(
    {
        Right.EDIT_REGISTERS,
        Right.IMPORT,
        Right.KEEP_PLANS,
        Right.ACT_ON_FINDINGS,
        Right.MANAGE_MEMBERS,
        Right.MANAGE_SETTINGS,
        Right.MANAGE_TOKENS,
    }
)


@dataclass(frozen=True, slots=True)
class Member:
    """A person's place and role in one organisation; the first argument of every use case.

    `user_id` is None for the host's operator, who appears in history as 'host'. A token narrows a
    member to reading when `is_read_only` is set.
    """

    organisation_id: int
    organisation: str
    role: Role
    user_id: int | None
    name: str
    email: str | None = None
    is_read_only: bool = False

    def may(self, right: Right) -> bool:
        """Return whether the role carries `right` and no token has taken it away."""
        return right in _MAY[self.role] and not (self.is_read_only and right in WRITING)

    def require(self, right: Right) -> None:
        """Raise `NotAllowedError` unless the member may."""
        if not self.may(right):
            raise NotAllowedError(self.role, right)

    @property
    def reads(self) -> frozenset[FieldClass]:
        """The classes of fields this member may read."""
        return _READS[self.role]

    @property
    def sees_own_rows_only(self) -> bool:
        return self.role is Role.REQUESTER


def roles_with(right: Right) -> frozenset[Role]:
    """Return the roles that carry `right`, for whoever has to name them."""
    return frozenset(role for role, rights in _MAY.items() if right in rights)
