"""People from HR, a directory and sheets: who they are, whether they work here, which seats they hold."""

import pytest

from fullscore.importing.kinds.people.names import turned, without_number
from fullscore.importing.kinds.products import products
from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, Key, Mention
from fullscore.importing.repeats import without_repeats
from tests.importing.lists import CONTEXT, codes, line, lines, mapped, mention, record


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("Ruiz, Ana", "Ana Ruiz"),
        ("Ruiz,Ana", "Ana Ruiz"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("Smith Jr., John", "John Smith Jr."),
        ("Smith, John, Jr.", "John Smith Jr."),
        ("Smith, John Jr.", "John Smith Jr."),
        ("John Smith, PhD", "John Smith, PhD"),
        ("Smith, John, PhD", "John Smith, PhD"),
        ("Müller, Dr. Hans", "Dr. Hans Müller"),
        ("von der Leyen, Ursula", "Ursula von der Leyen"),
        ("Doe, Jane (HR)", "Jane Doe (HR)"),
        ("Rahman, Md", "Md Rahman"),
        ("Harbor & Pine, Inc.", "Harbor & Pine, Inc."),
        ("Hall 3, Gate 4", "Hall 3, Gate 4"),
        ("Sales, Support, Service", "Sales, Support, Service"),
    ],
)
def test_a_name_is_kept_with_the_first_name_first(written: str, ours: str) -> None:
    assert turned(written) == ours
    assert turned(ours) == ours


def test_first_and_last_name_make_the_name_and_the_preferred_one_stays_beside() -> None:
    found = record("people", {
        "First Name": ("first_name", "Benjamin"), "Last Name": ("last_name", "Ochoa"),
        "Preferred Name": ("preferred_name", "Ben"), "Job Title": ("title", "Office Manager"),
    })  # fmt: skip

    assert found.values["name"] == "Benjamin Ochoa"
    assert found.extra == {"Preferred Name": "Ben"}


def test_people_called_null_and_na_keep_their_names() -> None:
    found = lines(
        "people", {"First": "first_name", "Last": "last_name"}, ["Jin", "Na"], ["Ida", "Null"], ["-", "Bo"]
    )

    assert [each.records[0].values["name"] for each in found] == ["Jin Na", "Ida Null", "Bo"]


def test_payroll_writes_a_number_before_the_department() -> None:
    found = record(
        "people", {"Payroll Name": ("name", "Ruiz, Ana"), "Home Department": ("team", "100 - Admin")}
    )

    assert found.values["team"] == Mention("teams", (("name", "Admin"),))
    assert found.extra == {"Home Department": "100 - Admin"}
    assert without_number("200-Finance") == "Finance"


@pytest.mark.parametrize("team", ["24/7 Support", "3-D Printing", "2nd Level - A", "Team 7"])
def test_a_number_that_belongs_to_the_name_stays(team: str) -> None:
    assert without_number(team) == team


def test_mail_comes_before_login_and_a_login_only_fills_what_is_empty() -> None:
    both = record("people", {
        "userPrincipalName": ("login", "ana@corp.onmicrosoft.example"), "displayName": ("name", "Ana Ruiz"),
        "mail": ("email", "Ana@Mill.example"),
    })  # fmt: skip
    only = record("people", {"UPN": ("login", "Ana@Mill.example"), "Display name": ("name", "Ana Ruiz")})

    assert both.values["email"] == "ana@mill.example"
    assert both.extra == {"userPrincipalName": "ana@corp.onmicrosoft.example"}
    assert (only.values.get("email"), only.fills["email"]) == (None, "ana@mill.example")
    assert only.keys == (Key("email", "ana@mill.example"), Key("name", "Ana Ruiz", is_strong=False))


def test_of_two_logins_the_address_is_taken() -> None:
    found = record("people", {
        "SamAccountName": ("login", "aruiz"), "UserPrincipalName": ("login", "ana@mill.example"),
        "Name": ("name", "Ana"),
    })  # fmt: skip

    assert found.fills == {"email": "ana@mill.example"}
    assert found.extra == {"SamAccountName": "aruiz"}


def test_a_bad_address_does_not_lose_the_person() -> None:
    found = line("people", {"Name": ("name", "Ana Ruiz"), "E-Mail": ("email", "ana at mill")})

    assert not found.refusals
    assert codes(found) == ["field-not-an-email"]
    assert found.records[0].extra == {"E-Mail": "ana at mill"}


@pytest.mark.parametrize(
    ("status", "employment", "ours"),
    [
        ("Active", "Full-Time", "active"),
        ("Inactive", "Terminated", "left"),
        ("Active", "Terminated - Voluntary", "left"),
        ("L", "", "on leave"),
        ("", "Elternzeit", "on leave"),
        ("ausgeschieden", "", "left"),
        ("Not on payroll", "", "left"),
        ("", "Teilzeit", "active"),
    ],
)
def test_either_column_may_say_that_somebody_has_left(status: str, employment: str, ours: str) -> None:
    found = record("people", {
        "Name": ("name", "Ana Ruiz"), "Status": ("status", status), "Employment": ("employment", employment),
    })  # fmt: skip

    assert found.values["status"] == ours


def test_two_columns_of_employment_are_both_heard() -> None:
    found = record("people", {
        "Name": ("name", "Ana Ruiz"), "Employment type": ("employment", "Full-time"),
        "Employment status": ("employment", "Terminated"),
    })  # fmt: skip

    assert (found.values["status"], found.values["working_pattern"]) == ("left", "full time")
    assert found.headers["status"] == "Employment status"


def test_name_beside_vorname_is_the_last_name() -> None:
    german = {"Name": "name", "Vorname": "first_name"}
    found = lines("people", german, ["Ruiz", "Ana"], ["Bo Kern", "Bo"], ["Kern, Bo", ""])

    assert [each.records[0].values["name"] for each in found] == ["Ana Ruiz", "Bo Kern", "Bo Kern"]


def test_part_time_is_a_working_pattern() -> None:
    found = record("people", {"Name": ("name", "Ana Ruiz"), "Employment Status": ("employment", "Part-Time")})

    assert (found.values["working_pattern"], found.values["status"]) == ("part time", "active")


def test_a_status_nobody_has_explained_is_said_and_the_person_still_comes() -> None:
    found = line("people", {"Name": ("name", "Ana Ruiz"), "Status": ("status", "Pre-hire")})

    assert codes(found) == ["import-word-unknown"]
    assert found.notes[0].column == "Status"
    assert "status" not in found.records[0].values
    assert found.records[0].extra == {"Status": "Pre-hire"}


def test_what_people_here_said_of_a_word_comes_before_what_the_world_means() -> None:
    told = mapped("people", {"Name": "name", "Status": "status"}, ["Ana Ruiz", "Withdrawn"],
                  words={"status": {"withdrawn": "on leave"}})  # fmt: skip

    assert next(iter(told.kind.lines(CONTEXT, told))).records[0].values["status"] == "on leave"


@pytest.mark.parametrize(
    ("header", "cell", "is_shut"),
    [
        ("Block credential", "True", True),
        ("Block credential", "False", False),
        ("accountEnabled", "False", True),
        ("accountEnabled", "True", False),
        ("Konto aktiviert", "Nein", True),
        ("Konto deaktiviert", "Ja", True),
        ("Suspended", "TRUE", True),
        ("Sign-in status", "Blocked", True),
    ],
)
def test_a_shut_account_is_nobody_who_works_here(header: str, cell: str, is_shut: bool) -> None:  # noqa: FBT001
    found = record("people", {"Name": ("name", "Ana Ruiz"), header: ("blocked", cell)})

    assert (found.values.get("status") == "left") is is_shut


def test_a_suspended_google_account_is_not_active() -> None:
    found = record("people", {
        "First Name [Required]": ("first_name", "Ann"), "Last Name [Required]": ("last_name", "Example"),
        "Email Address [Required]": ("email", "ann@mill.example"),
        "Status [READ ONLY]": ("status", "Suspended"),
        "Password [Required]": ("secret", "****"), "Manager Email": ("manager", "bo@mill.example"),
        "Drive Usage [READ ONLY]": ("counters", "2.49GB"), "Floor Name": ("", "2nd"),
    }, Role.DIRECTORY)  # fmt: skip

    assert found.values["status"] == "left"
    assert found.extra == {"Manager Email": "bo@mill.example", "Floor Name": "2nd"}
    assert not found.is_met_only


def test_salaries_and_birthdays_are_never_kept() -> None:
    found = record("people", {
        "Name": ("name", "Ana Ruiz"), "Annual Salary": ("secret", "90000"),
        "Geburtsdatum": ("secret", "1.2.1980"),
    })  # fmt: skip

    assert "90000" not in repr(found)
    assert "1980" not in repr(found)


USERS = {"Display name": "name", "User principal name": "login", "Title": "title", "Licenses": "licences"}


def test_a_user_brings_a_seat_for_each_licence() -> None:
    ana, scanner = lines(
        "people", USERS,
        ["Ana Ruiz", "Ana@mill.example", "Buyer", "Microsoft 365 E3+Power BI Pro"],
        ["Scanner", "scan@mill.example", "", "Unlicensed"], role=Role.DIRECTORY,
    )  # fmt: skip

    who = Mention("people", (("email", "ana@mill.example"),), is_made=False)
    assert [each.register for each in ana.records] == ["people", "seats", "seats"]
    assert [mention(each, "pool").shown for each in ana.records[1:]] == [
        "Microsoft 365 E3",
        "Power BI Pro",
    ]
    assert [each.values["person"] for each in ana.records[1:]] == [who, who]
    assert ana.whole is not None
    assert (ana.whole.register, ana.whole.owner) == ("seats", who)
    assert [each.is_met_only for each in (ana.records[0], scanner.records[0])] == [False, True]
    assert scanner.whole is not None


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("A+B", ("A", "B")),
        ("Notepad++;Visio Plan 2", ("Notepad++", "Visio Plan 2")),
        ("Visio, Project, Visio", ("Visio", "Project")),
        ("Unlicensed", ()),
        ("", ()),
        ("3", None),
        ("Google-Apps-Unlimited 1010020020", ("Google-Apps-Unlimited", "1010020020")),
    ],
)
def test_products_are_told_apart_in_one_cell(cell: str, named: tuple[str, ...] | None) -> None:
    assert products(cell) == named


def test_a_number_of_licences_ends_no_seat() -> None:
    found = line("people", {"Name": ("name", "Ana Ruiz"), "Licenses": ("licences", "3")})

    assert [each.register for each in found.records] == ["people"]
    assert found.whole is None
    assert found.records[0].extra == {"Licenses": "3"}


ENTRA = {"userPrincipalName": "login", "displayName": "name", "surname": "last_name",
         "givenName": "first_name", "userType": "account_type", "department": "team"}  # fmt: skip


def test_a_directory_without_licences_tells_people_from_machines_by_what_it_knows() -> None:
    found = lines(
        "people", ENTRA,
        ["ana@mill.example", "Ana Ruiz", "Ruiz", "Ana", "Member", ""],
        ["scan@mill.example", "Scanner", "", "", "Member", ""],
        ["bo@mill.example", "Bo", "", "", "Member", "Sales"],
        ["eve@else.example", "Eve Else", "Else", "Eve", "Guest", "Sales"], role=Role.DIRECTORY,
    )  # fmt: skip

    assert [each.records[0].is_met_only for each in found] == [False, True, False, True]


def test_only_a_directory_holds_accounts_of_machines() -> None:
    found = record("people", {"Name": ("name", "Ana Ruiz"), "E-Mail": ("email", "ana@mill.example")}, Role.HR)

    assert not found.is_met_only


def test_two_people_of_one_name_are_two_where_number_or_address_differ() -> None:
    told = mapped("people", {"No": "employee_number", "Name": "name", "Manager": "manager"},
                  *([str(number), "Ana Ruiz", "Ana Ruiz"] for number in range(10)))  # fmt: skip
    found = list(without_repeats(CONTEXT, told.kind.lines(CONTEXT, told)))

    assert len(found) == 10
    assert not any(each.refusals for each in found)
    assert {each.records[0].extra["Manager"] for each in found} == {"Ana Ruiz"}


def test_a_row_with_nothing_to_know_it_by_is_refused_at_its_column() -> None:
    found = line("people", {"Name": ("name", ""), "Department": ("team", "Sales")})

    assert codes(found) == ["import-nothing-to-know-it-by"]
    assert found.refusals[0].column == "Name"


def test_days_are_read_in_the_order_of_the_organisation() -> None:
    german = Context(CONTEXT.registers, "dmy", "EUR", "mitarbeiter.csv")
    told = mapped("people", {"Name": "name", "Eintrittsdatum": "starts_on", "Wochenstunden": "hours_week"},
                  ["Ana Ruiz", "01.10.2012", "38,5"])  # fmt: skip
    found = next(iter(told.kind.lines(german, told)))

    assert (str(found.records[0].values["starts_on"]), str(found.records[0].values["hours_week"])) == (
        "2012-10-01", "38.5",
    )  # fmt: skip
