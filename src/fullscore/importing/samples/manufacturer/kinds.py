"""Kinds of things Morrow Metalworks owns."""

from fullscore.importing.samples.kinds import carried, fixed

CASTLE, RIVER, SUMMIT = "Castle Computer Supply", "Great Miami Networks", "Summit Print and Scan"

LAPTOP = carried(f'Laptop 14"|ML-1450|Laptops|LT|5CG|Northfield|{CASTLE}', "1285.00", 4)
OLDER_LAPTOP = carried(f'Laptop 14", 2022|ML-1422|Laptops|LT|4CG|Northfield|{CASTLE}', "1190.00", 4)
ENGINEERING = carried(f'Workstation 16"|MW-1680|Laptops|WS|8WK|Northfield|{CASTLE}', "2640.00", 4)
DOCK = carried(f"Dock and two screens|DK-200|Docking Stations|DK|7DK|Northfield|{CASTLE}", "610.00", 6)
MONITOR = fixed(f'Wall screen 32"|VS-3200|Displays|WM|CN0|Ardent|{CASTLE}', "289.00", 6)
OLD_DESKTOP = fixed(f"Desktop 2017|MD-170|Desktops|PC|2UA|Northfield|{CASTLE}", "740.00", 5)
DESKTOP = fixed(f"Shop floor PC|MD-310|Desktops|PC|6UA|Northfield|{CASTLE}", "890.00", 6)
UPS = fixed(f"UPS 1500 VA|UP-15|UPS|UP|AS1|Volt and Hale|{RIVER}", "640.00", 5)
# Kind, in use, in stock, out for repair.
FLOOR = (
    (MONITOR, 0, 10, 0),
    (DESKTOP, 34, 0, 2),
    (fixed(f"Rugged tablet 10|RT-10|Tablets|TB|R9T|Fieldline|{CASTLE}", "965.00", 4), 58, 8, 2),
    (fixed(f"Label printer|LP-400|Printers|LP|ZB4|Kestrel|{SUMMIT}", "720.00", 6), 14, 0, 1),
    (fixed(f"Office printer|OP-55|Printers|PR|JP5|Kestrel|{SUMMIT}", "1150.00", 6), 8, 0, 1),
    (fixed(f"Barcode scanner|BS-9|Scanners|SC|S09|Kestrel|{SUMMIT}", "410.00", 5), 40, 5, 3),
    (fixed(f"Switch, 24 ports|SW-24P|Switches|SW|FDO|Arbor|{RIVER}", "1180.00", 8), 14, 0, 0),
    (fixed(f"Access point|AP-6|Wireless Access Points|AP|KWC|Arbor|{RIVER}", "495.00", 6), 26, 0, 0),
    (fixed(f"Firewall|FW-80|Firewalls|FW|FGT|Arbor|{RIVER}", "3900.00", 6), 2, 0, 0),
    (fixed(f"Rack server|RS-740|Servers|SV|8SV|Northfield|{CASTLE}", "7400.00", 6), 6, 0, 0),
    (UPS, 8, 0, 0),
)
