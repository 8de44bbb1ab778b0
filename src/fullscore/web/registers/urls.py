"""Addresses of the registers' pages, below /o/<org>/."""

from django.urls import path, register_converter

from fullscore.web.registers import bulk, files, finding, lists, rooms, rows, writing


class RoomConverter:
    """The rooms that hold registers; other rooms have pages of their own."""

    regex = "estate|vendors|goals|changes|risk|budget|today"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class FormConverter(RoomConverter):
    """The kinds of file a register is given out as."""

    regex = "csv|xlsx"


register_converter(RoomConverter, "room")
register_converter(FormConverter, "form")

_LIST = "<room:room>/<slug:register>/"
_ROW = f"{_LIST}<str:ref>/"

urlpatterns = [
    path("", rooms.home, name="home"),
    path("find/", finding.find, name="find"),
    path("history/", finding.history, name="history"),
    path("export.zip", lists.everything, name="export-everything"),
    path("<room:room>/", rooms.room, name="room"),
    path(_LIST, lists.listed, name="register-list"),
    path(f"{_LIST}export.<form:form>", lists.export, name="register-export"),
    path(f"{_LIST}bulk/", bulk.bulk, name="register-bulk"),
    path(f"{_LIST}new/", writing.new, name="register-new"),
    path(f"{_LIST}options/<slug:column>/", writing.options, name="register-options"),
    path(_ROW, rows.row, name="register-row"),
    path(f"{_ROW}edit/", writing.edit, name="register-edit"),
    path(f"{_ROW}archive/", rows.archive, name="register-archive"),
    path(f"{_ROW}unarchive/", rows.unarchive, name="register-unarchive"),
    path(f"{_ROW}undo/<int:entry>/", rows.undo, name="register-undo"),
    path(f"{_ROW}files/", files.add, name="register-file-add"),
    path(f"{_ROW}files/<int:file>/", files.download, name="register-file"),
    path(f"{_ROW}files/<int:file>/remove/", files.remove, name="register-file-remove"),
]
