"""What a condition, a term or a paper can read of a case while a step is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from faheng.kernel.cases.models import (
    Act,
    Case,
    CaseOfficer,
    CaseParty,
    Clock,
    Course,
    Paper,
)
from faheng.kernel.documents.declare import Document
from faheng.kernel.parties.models import Organ, Party, Person
from faheng.kernel.procedures.declare import (
    PROCEDURES,
    Procedure,
    Step,
    Term,
    Track,
)


@dataclass
class Situation:
    """A case at the moment of a step, seen from one of its courses.

    Attributes:
        actor_id: who takes the step; None when only looking.
        given: what the step was given, cleaned; empty when only looking.
        seq: place of the step being taken; acts before it are the past.
        made: the papers that the step has made so far.
    """

    case: Case
    course: Course
    at: datetime
    actor_id: int | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    seq: int | None = None
    made: list[Paper] = field(default_factory=list)

    @property
    def on(self) -> date:
        """Return the day of the step."""
        return timezone.localdate(self.at)

    @cached_property
    def actor(self) -> Person | None:
        """Return who takes the step; nobody when only looking."""
        if self.actor_id is None:
            return None
        return Person.objects.get(pk=self.actor_id)

    @cached_property
    def procedure(self) -> type[Procedure]:
        """Return the declaration of this course."""
        return PROCEDURES[self.course.procedure]

    @cached_property
    def file(self) -> Any:
        """Return the case file of this course."""
        return self.procedure.file.objects.get(pk=self.course.pk)

    @cached_property
    def main(self) -> Any:
        """Return the case file of the main line."""
        if not self.course.track:
            return self.file
        line = self._courses_of("")[0]
        return PROCEDURES[line.procedure].file.objects.get(pk=line.pk)

    @cached_property
    def main_course(self) -> Course:
        """Return the main line."""
        return self.course if not self.course.track else self._courses_of("")[0]

    @cached_property
    def organ(self) -> Organ:
        """Return the organ that handles the case."""
        return self.case.organ

    @cached_property
    def party(self) -> Party | None:
        """Return the first party to the case."""
        rows = CaseParty.objects.filter(case=self.case).order_by("id")
        row = rows.select_related("party").first()
        return row.party if row else None

    @cached_property
    def officers(self) -> list[Person]:
        """Return the officers who handle the case on this day, the lead first."""
        rows = CaseOfficer.objects.filter(case=self.case, until_on__isnull=True)
        ordered = rows.select_related("person").order_by("-is_lead", "id")
        return [row.person for row in ordered]

    @cached_property
    def _courses(self) -> list[Course]:
        return list(Course.objects.filter(case=self.case).order_by("id"))

    def _courses_of(self, track: str) -> list[Course]:
        return [course for course in self._courses if course.track == track]

    @cached_property
    def _past(self) -> list[Act]:
        acts = Act.objects.filter(case=self.case).order_by("seq")
        return [act for act in acts if self.seq is None or act.seq < self.seq]

    def open(self, track: Track) -> list[Course]:
        """Return the courses of a track that have not ended."""
        return [c for c in self._courses_of(track.key) if c.ended_at is None]

    def held(self, track: Track) -> list[Course]:
        """Return the courses of a track that ran or are running."""
        return self._courses_of(track.key)

    def acts(self, step: Step | str) -> list[Act]:
        """Return the earlier acts of a step.

        A step that this course declares means this course; any other step is
        looked for on the other courses of the case.
        """
        key = step if isinstance(step, str) else step.key
        acts = [act for act in self._past if act.step == key]
        own = self.procedure.steps().get(key)
        if own is None:
            return acts
        here = isinstance(step, str) or step is own
        return [a for a in acts if (a.course_id == self.course.pk) is here]

    def done(self, step: Step | str) -> bool:
        """Tell whether a step was taken before."""
        return bool(self.acts(step))

    def when(self, step: Step | str) -> date | None:
        """Return the day on which a step was last taken before."""
        acts = self.acts(step)
        return acts[-1].occurred_on if acts else None

    def who(self, step: Step | str) -> set[int]:
        """Return the people who took a step before."""
        return {act.actor_id for act in self.acts(step)}

    @cached_property
    def _clocks(self) -> list[Clock]:
        return list(Clock.objects.filter(case=self.case).order_by("id"))

    def clock(self, term: Term) -> Clock | None:
        """Return the latest clock of a term; see `acts` for whose."""
        found = [c for c in self._clocks if c.term == term.key]
        own = self.procedure.terms().get(term.key)
        if own is not None:
            here = term is own
            found = [c for c in found if (c.course_id == self.course.pk) is here]
        return found[-1] if found else None

    def lapsed(self, term: Term) -> bool:
        """Tell whether a term has begun and its last day has passed."""
        clock = self.clock(term)
        return clock is not None and clock.due_on < self.on

    @cached_property
    def papers(self) -> list[Paper]:
        """Return the papers of the case in the order in which they were made."""
        return list(Paper.objects.filter(case=self.case).order_by("id"))

    def paper(self, document: type[Document]) -> Paper | None:
        """Return the latest paper of a kind, of this course before any other."""
        key = document.key()
        made = [p for p in self.papers if p.document == key]
        mine = [p for p in made if p.course_id == self.course.pk]
        found = mine or made
        return found[-1] if found else None

    def served(self, document: type[Document]) -> date | None:
        """Return the day on which the latest paper of a kind was served."""
        paper = self.paper(document)
        return paper.served_on if paper else None

    def rows(self, model: type[Any], *, of_course: bool = False) -> list[Any]:
        """Return the rows of a child table, those just given among them."""
        rows = model.objects.filter(case=self.case)
        if of_course:
            rows = rows.filter(course=self.course)
        return list(rows.order_by("id"))

    def forget(self) -> None:
        """Read anew next time what a step changes after its own values are written."""
        for name in _CHANGING & vars(self).keys():
            delattr(self, name)


_CHANGING = {"_courses", "_clocks", "papers"}
