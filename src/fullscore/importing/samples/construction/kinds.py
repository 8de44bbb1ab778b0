"""Kinds of things the builders own, among them what runs the ERP of 2011."""

from fullscore.importing.samples.kinds import carried, fixed

MESA, SUMMIT, SIGNAL = "Mesa Business Machines", "Front Range Plotter Service", "Signal Ridge Wireless"

LAPTOP = carried(f'Laptop 14"|MB-1440|Laptops|LT|4MB|Tallis|{MESA}', "1240.00", 4)
WORKSTATION = carried(f'Workstation 17"|MW-1770|Laptops|WS|7MW|Tallis|{MESA}', "2980.00", 4)
TABLET = carried(f'Rugged tablet 10"|RG-10|Tablets|TB|R1G|Fieldline|{MESA}', "1120.00", 4)
DOCK = carried(f"Dock and two screens|DK-22|Docking Stations|DK|2DK|Tallis|{MESA}", "640.00", 6)
MOBILE = carried(f"Rugged phone|RP-5|Phones|MP|P5R|Fieldline|{SIGNAL}", "510.00", 3)
SCREEN = fixed(f'Plan screen 55"|PS-55|Displays|PS|S55|Ardent|{MESA}', "760.00", 6)
SWITCH = fixed(f"Switch, 24 ports|SG-24|Switches|SW|G24|Larch|{SIGNAL}", "1180.00", 8)
# Bought when the company bought its ERP; what it runs on is replaced by nothing that is sold today.
ERP_SERVER = fixed(f"ERP server of 2011|ES-11|Servers|ES|E11|Tallis|{MESA}", "11800.00", 6)
TERMINAL = fixed(f"ERP terminal|ET-2|Desktops|ET|T2E|Tallis|{MESA}", "430.00", 8)
PLOTTER = fixed(f'Plotter 36"|PL-36|Plotters|PL|P36|Kestrel|{SUMMIT}', "4650.00", 7)
PRINTER = fixed(f"Site printer|SP-4|Printers|PR|SP4|Kestrel|{SUMMIT}", "890.00", 5)
ROUTER = fixed(f"Mobile router|MR-5|Routers|MR|R5M|Larch|{SIGNAL}", "620.00", 4)
ACCESS_POINT = fixed(f"Access point, outdoor|AO-6|Wireless Access Points|AP|O6A|Larch|{SIGNAL}", "540.00", 6)
FIREWALL = fixed(f"Firewall|FR-6|Firewalls|FW|R6F|Larch|{SIGNAL}", "2900.00", 6)
UPS = fixed(f"UPS 1500 VA|UB-15|UPS|UP|U15|Volt and Hale|{MESA}", "620.00", 5)
SERVER = fixed(f"Rack server|RK-3|Servers|SV|K3R|Tallis|{MESA}", "7600.00", 6)
CAMERA = fixed(f"Job site camera|JC-1|Other|JC|C1J|Larch|{SIGNAL}", "385.00", 4)
# Kind, pieces at each of the places, in stock in the yard.
STANDING = (
    (PLOTTER, (2, 0, 1, 0, 0), 0), (PRINTER, (3, 1, 1, 1, 1), 1), (ROUTER, (0, 0, 1, 1, 1), 1),
    (SWITCH, (4, 1, 1, 1, 1), 0), (ACCESS_POINT, (6, 3, 2, 2, 2), 2), (FIREWALL, (1, 1, 0, 0, 0), 0),
    (UPS, (3, 1, 1, 1, 1), 0), (SERVER, (2, 0, 0, 0, 0), 0), (CAMERA, (0, 2, 4, 3, 3), 3),
)  # fmt: skip
