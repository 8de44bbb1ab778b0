"""Kinds of things the clinics own."""

from fullscore.importing.samples.kinds import carried, fixed

NORTH, PRAIRIE, MARROW = "Northline Business Technology", "Prairie Fiber Cooperative", "Marrow Label and Scan"

LAPTOP = carried(f'Laptop 13"|PB-1330|Laptops|LT|3PB|Ashgrove|{NORTH}', "1175.00", 4)
TABLET = carried(f'Clinical tablet 11"|CT-11|Tablets|TB|C11|Ashgrove|{NORTH}', "840.00", 4)
DOCK = carried(f"Dock and screen|DS-10|Docking Stations|DK|9DS|Ashgrove|{NORTH}", "390.00", 6)
DESK_PC = carried(f"Front desk PC|FD-22|Desktops|PC|2FD|Ashgrove|{NORTH}", "780.00", 5)
MOBILE = carried(f"Mobile phone|MP-6|Phones|MP|M6P|Ostrava|{NORTH}", "420.00", 3)
SCREEN = fixed(f"Waiting room screen|WS-43|Displays|WS|W43|Ardent|{NORTH}", "510.00", 6)
SWITCH = fixed(f"Switch, 24 ports|SN-24|Switches|SW|SN2|Larch|{PRAIRIE}", "1240.00", 8)
EXAM_PC = fixed(f"Exam room PC|ER-18|Desktops|ER|1ER|Ashgrove|{NORTH}", "720.00", 6)
LABELS = fixed(f"Label printer|LB-2|Printers|LP|LB2|Kestrel|{MARROW}", "465.00", 5)
PRINTER = fixed(f"Office printer|OP-7|Printers|PR|OP7|Kestrel|{MARROW}", "980.00", 6)
SCANNER = fixed(f"Card and document scanner|CS-3|Scanners|SC|CS3|Kestrel|{MARROW}", "355.00", 5)
ACCESS_POINT = fixed(f"Access point|AP-5|Wireless Access Points|AP|A5P|Larch|{PRAIRIE}", "430.00", 6)
FIREWALL = fixed(f"Firewall|FG-4|Firewalls|FW|F4G|Larch|{PRAIRIE}", "2150.00", 6)
UPS = fixed(f"UPS 1000 VA|UV-10|UPS|UP|UV1|Volt and Hale|{PRAIRIE}", "480.00", 5)
SERVER = fixed(f"Rack server|RS-2|Servers|SV|RS2|Ashgrove|{NORTH}", "6900.00", 6)
# Kind, pieces at each of the clinics, in stock in Harlow, out for repair.
ROOMS = (
    (EXAM_PC, (12, 8, 6, 5, 4), 1, 1), (LABELS, (6, 4, 3, 2, 2), 0, 1), (PRINTER, (4, 2, 2, 1, 1), 0, 0),
    (SCANNER, (5, 4, 4, 4, 3), 2, 0), (SWITCH, (4, 2, 2, 1, 1), 0, 0), (ACCESS_POINT, (9, 6, 5, 3, 3), 1, 0),
    (FIREWALL, (1, 1, 1, 1, 1), 0, 0), (UPS, (2, 1, 1, 1, 1), 0, 0), (SERVER, (3, 0, 0, 0, 0), 0, 0),
)  # fmt: skip
