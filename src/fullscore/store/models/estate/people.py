"""Registers of where people work: sites, teams, people."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class Site(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "sites", "estate", "Site", "Sites"
    ABOUT = "Places where people work and things stand."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    address = field(models.CharField("address", max_length=300, blank=True), OPEN, searchable=True)
    city = field(models.CharField("city", max_length=100, blank=True), OPEN, listed=True, searchable=True)
    country = field(models.CharField("country", max_length=2, blank=True), OPEN, hint="Two letters, US")
    subdivision = field(models.CharField("state or province", max_length=8, blank=True), OPEN, listed=True)
    zone = field(models.CharField("time zone", max_length=64, blank=True), OPEN, listed=True)
    hours = field(
        models.CharField("hours of use", max_length=100, blank=True), OPEN, listed=True, form="hours",
        hint="Mon-Fri 07:30-18:00; Sat 08:00-12:00",
    )  # fmt: skip


class Team(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "teams", "estate", "Team", "Teams"
    ABOUT = "Groups of people whose number the business plans."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    department = field(models.CharField("department", max_length=200, blank=True), OPEN, listed=True)
    hours = field(
        models.CharField("hours of use", max_length=100, blank=True), OPEN, listed=True, form="hours",
        hint="Mon-Fri 07:30-18:00; Sat 08:00-12:00",
    )  # fmt: skip


class Person(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "people", "estate", "Person", "People"
    ABOUT = "Everyone who works here, with team, site and dates."
    OWN_BY = "email"

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    email = field(
        models.EmailField("e-mail", max_length=254, null=True, blank=True),
        PERSONAL, listed=True, searchable=True,
    )  # fmt: skip
    employee_number = field(
        models.CharField("employee number", max_length=64, null=True, blank=True), PERSONAL, searchable=True
    )
    title = field(models.CharField("job title", max_length=200, blank=True), OPEN, listed=True)
    team = field(models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    status = field(
        models.CharField(
            "status", max_length=16, default="active", choices=choices("active", "on leave", "left")
        ),
        OPEN, listed=True,
    )  # fmt: skip
    starts_on = field(models.DateField("starts on", null=True, blank=True), OPEN, listed=True)
    ends_on = field(models.DateField("last day", null=True, blank=True), OPEN)
    working_pattern = field(
        models.CharField(
            "working pattern", max_length=16, blank=True,
            choices=choices("full time", "part time", "shift 1", "shift 2", "shift 3"),
        ),
        OPEN,
    )  # fmt: skip
    hours_week = field(
        models.DecimalField("hours a week", max_digits=5, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, maximum=168, unit="hours",
    )  # fmt: skip
    sets_up = field(
        models.BooleanField("sets things up", default=False), OPEN,
        hint="Whose hours new devices, links and accounts take; nobody ticked: the team called IT.",
    )  # fmt: skip
    ticket_share = field(
        models.PositiveIntegerField("share for tickets", null=True, blank=True),
        OPEN, maximum=100, unit="%", hint="Of the working time; empty: 70 % is assumed.",
    )  # fmt: skip
    skills = field(
        models.CharField("skills", max_length=300, blank=True), OPEN, searchable=True,
        hint="What changes may ask for, with commas: network, firewall, ERP.",
    )  # fmt: skip
    change_hours = field(
        models.CharField("hours for changes", max_length=100, blank=True), OPEN, form="hours",
        hint="When changes may be worked on; empty: any hour of a day that is not one of absence.",
    )  # fmt: skip
    phone = field(models.CharField("phone", max_length=64, blank=True), PERSONAL)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "email"], name="person_email_once",
                condition=models.Q(archived_at=None),
            ),
            models.UniqueConstraint(
                fields=["organisation", "employee_number"], name="person_number_once",
                condition=models.Q(archived_at=None),
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(starts_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="person_ends_after_start",
            ),
        )  # fmt: skip


class Absence(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "absences", "estate", "Absence", "Absences"
    ABOUT = "Days on which somebody does not work; what is set up waits for them."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("person", "starts_on"), True
    OWN_BY = "person__email"

    person = field(models.ForeignKey(Person, PROTECT, related_name="+"), OPEN, listed=True)
    starts_on = field(models.DateField("from"), OPEN, listed=True)
    ends_on = field(models.DateField("to"), OPEN, listed=True)
    reason = field(models.CharField("reason", max_length=200, blank=True), PERSONAL)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="absence_ends_after_start"
            ),
        )


class Lane(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "lanes", "estate", "Transfer", "Transfers"
    ABOUT = "Which site's stock may go to which other site, and how long that takes."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("origin", "target"), True

    origin = field(models.ForeignKey(Site, PROTECT, related_name="+"), OPEN, listed=True)
    target = field(models.ForeignKey(Site, PROTECT, related_name="+"), OPEN, listed=True)
    transfer_days = field(
        models.PositiveIntegerField("takes"), OPEN, listed=True, maximum=1000, unit="working days"
    )

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "origin", "target"], name="lane_once",
                condition=models.Q(archived_at=None),
            ),
            models.CheckConstraint(
                condition=~models.Q(origin=models.F("target")), name="lane_leads_elsewhere"
            ),
        )  # fmt: skip
