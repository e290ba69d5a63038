"""An article's lines become paragraphs (款), items (项) and subitems (目)."""

from __future__ import annotations

from faheng.lawbase.parser.declare import Doubt, Level, Piece, Unit
from faheng.lawbase.parser.habits import Habits
from faheng.lawbase.parser.lines import Kind, Line
from faheng.lawbase.parser.mending import Flow, joined, listed, parted
from faheng.lawbase.parser.numerals import article_label
from faheng.lawbase.parser.relabelling import relabelled


class _Open:
    """A unit that still grows."""

    __slots__ = ("children", "label", "level", "number", "pieces")

    def __init__(self, level: Level, label: str, number: int, flow: Flow | None):
        self.level = level
        self.label = label
        self.number = number
        self.pieces: list[Piece] = list(flow.pieces) if flow else []
        self.children: list[_Open] = []

    def closed(self) -> Unit:
        """The frozen unit."""
        return Unit(
            self.level,
            self.label,
            self.number,
            0,
            tuple(self.pieces),
            tuple(child.closed() for child in self.children),
        )


class _Article:
    """The paragraphs of one article as they are found."""

    def __init__(self, doubts: list[Doubt]) -> None:
        self.paragraphs: list[_Open] = []
        self.doubts = doubts
        self.styles: list[str] = []

    def take(self, flow: Flow, following: Line | None) -> None:
        """Put the next line where it belongs."""
        kind = flow.line.kind
        if kind is Kind.ITEM and (self.paragraphs or flow.pieces):
            self._item(flow)
        elif kind is Kind.SUBITEM:
            self._subitem(flow)
        elif self._belongs_to_item(flow, following):
            self.paragraphs[-1].children[-1].pieces += flow.pieces
        else:
            self._paragraph(flow)

    def _paragraph(self, flow: Flow | None) -> _Open:
        number = len(self.paragraphs) + 1
        unit = _Open(Level.PARAGRAPH, f"第{number}款", number, flow)
        self.paragraphs.append(unit)
        self.styles = []
        return unit

    def _item(self, flow: Flow) -> None:
        line = flow.line
        holder = self.paragraphs[-1] if self.paragraphs else self._paragraph(None)
        before = holder.children[-1].number if holder.children else 0
        if line.worth != before + 1:
            self._tell("item_gap", line, f"项号不连续：{before} 之后是 {line.worth}")
        if line.worth <= before:
            holder = self._paragraph(None)
        holder.children.append(_Open(Level.ITEM, line.label, line.worth, flow))
        self.styles = []

    def _subitem(self, flow: Flow) -> None:
        line = flow.line
        holder = self.paragraphs[-1] if self.paragraphs else self._paragraph(None)
        last = holder.children[-1] if holder.children else None
        holder = last if last and last.level is Level.ITEM else holder
        if line.style in self.styles:
            del self.styles[self.styles.index(line.style) + 1 :]
        else:
            self.styles.append(line.style)
        depth = len(self.styles)
        while depth > 1 and holder.children:
            holder, depth = holder.children[-1], depth - 1
        level = Level.SUBITEM if len(self.styles) == 1 else Level.DEEPER
        before = holder.children[-1].number if holder.children else 0
        if line.worth != before + 1:
            self._tell("subitem_gap", line, f"目号不连续：{before} 之后是 {line.worth}")
        holder.children.append(_Open(level, line.label, line.worth, flow))

    def _belongs_to_item(self, flow: Flow, following: Line | None) -> bool:
        """Whether a plain line stands inside an item: the next number follows it."""
        if not self.paragraphs or not self.paragraphs[-1].children or not following:
            return False
        last = self.paragraphs[-1].children[-1]
        goes_on = following.kind is Kind.ITEM and following.worth == last.number + 1
        if goes_on and last.level is Level.ITEM:
            self._tell("item_continues", flow.line, "该段夹在两项之间，归入前一项")
            return True
        return False

    def _tell(self, kind: str, line: Line, message: str) -> None:
        self.doubts.append(Doubt(kind, line.number, message))


def article(lines: list[Line], doubts: list[Doubt], habits: Habits) -> Unit:
    """The article that some lines make; the first of them carries its label."""
    head = lines[0]
    flows = joined(parted(listed(lines), doubts), doubts, habits)
    relabelled(flows, doubts)
    building = _Article(doubts)
    for place, flow in enumerate(flows):
        if flow.pieces:
            building.take(flow, _next_numbered(flows, place))
    if not building.paragraphs:
        doubts.append(Doubt("empty_article", head.number, "本条没有内容"))
    return Unit(
        Level.ARTICLE,
        article_label(head.worth, head.suffix),
        head.worth,
        head.suffix,
        (),
        tuple(paragraph.closed() for paragraph in building.paragraphs),
    )


def _next_numbered(flows: list[Flow], place: int) -> Line | None:
    """The next item line of the article after a place."""
    if flows[place].line.kind is not Kind.TEXT or flows[place].line.own:
        return None
    for flow in flows[place + 1 :]:
        if flow.line.kind is Kind.ITEM:
            return flow.line
    return None
