"""Linux and BSD, and what virtual machines run on."""

from dataclasses import replace

from fullscore.engine.estate.support_ends.facts import Product, Release, releases


def packed(found: tuple[Release, ...]) -> tuple[Release, ...]:
    """Return releases that are also said with a service pack: 15.5 is 15 SP5."""
    return tuple(replace(each, said=(*each.said, _pack(each.key))) for each in found)


def _pack(key: str) -> tuple[str, ...]:
    number, _, pack = key.partition(".")
    return (number, f"sp{pack}") if pack != "0" else (key,)


PRODUCTS = (
    Product(
        "ubuntu",
        "Ubuntu",
        ("ubuntu",),
        "https://wiki.ubuntu.com/Releases",
        releases(
            "26.04 2031-04-30; 25.10 2026-07-01; 25.04 2026-01-17; 24.10 2025-07-10; "
            "24.04 2029-05-31; 23.10 2024-07-12; 23.04 2024-01-20; 22.10 2023-07-20; "
            "22.04 2027-04-01; 21.10 2022-07-14; 21.04 2022-01-20; 20.10 2021-07-22; "
            "20.04 2025-05-31; 19.10 2020-07-06; 19.04 2020-01-23; 18.10 2019-07-18; "
            "18.04 2023-05-31; 16.04 2021-04-02; 14.04 2019-04-02"
        ),
    ),
    Product(
        "debian",
        "Debian",
        ("debian",),
        "https://wiki.debian.org/DebianReleases",
        releases("13 2028-08-09; 12 2026-07-11; 11 2024-08-14; 10 2022-09-10; 9 2020-07-18; 8 2018-06-17"),
    ),
    Product(
        "rhel",
        "Red Hat Enterprise Linux",
        ("red hat enterprise linux", "redhat enterprise linux", "rhel"),
        "https://access.redhat.com/support/policy/updates/errata",
        releases(
            "10 2035-05-31; 9 2032-05-31; 8 2029-05-31; 7 2024-06-30; 6 2020-11-30; 5 2017-03-31; "
            "4 2012-02-29"
        ),
    ),
    Product(
        "centos",
        "CentOS",
        ("centos",),
        "https://wiki.centos.org/About(2f)Product.html",
        releases("8 2021-12-31; 7 2024-06-30; 6 2020-11-30; 5 2017-03-31"),
        never=frozenset({"stream"}),
    ),
    Product(
        "rocky-linux",
        "Rocky Linux",
        ("rocky linux", "rocky"),
        "https://wiki.rockylinux.org/rocky/version/",
        releases("10 2035-05-31; 9 2032-05-31; 8 2029-05-31"),
    ),
    Product(
        "almalinux",
        "AlmaLinux",
        ("almalinux", "alma linux"),
        "https://wiki.almalinux.org/release-notes/",
        releases("10 2035-05-31; 9 2032-05-31; 8 2029-05-31"),
    ),
    Product(
        "oracle-linux",
        "Oracle Linux",
        ("oracle linux",),
        "https://www.oracle.com/a/ocom/docs/elsp-lifetime-069338.pdf",
        releases("10 -; 9 2032-06-30; 8 2029-07-31; 7 2024-12-31; 6 2021-03-31"),
    ),
    Product(
        "opensuse",
        "openSUSE Leap",
        ("opensuse leap", "opensuse"),
        "https://en.opensuse.org/Lifetime",
        releases(
            "16.0 2027-10-31; 15.6 2026-04-30; 15.5 2024-12-31; 15.4 2023-12-07; 15.3 2022-12-31; "
            "15.2 2022-01-04; 15.1 2021-02-02"
        ),
    ),
    Product(
        "sles",
        "SUSE Linux Enterprise Server",
        ("suse linux enterprise server", "sles"),
        "https://www.suse.com/lifecycle",
        packed(
            releases(
                "16.0 2027-11-30; 15.7 2031-07-31; 15.6 2025-12-31; 15.5 2024-12-31; 15.4 2023-12-31; "
                "15.3 2022-12-31; 15.2 2021-12-31; 12.5 2024-10-31; 15.1 2021-01-31; 12.4 2020-06-30"
            )
        ),
    ),
    Product(
        "freebsd",
        "FreeBSD",
        ("freebsd",),
        "https://www.freebsd.org/security/#sup",
        releases(
            "15.1 2027-03-31; 14.4 2026-12-31; 15.0 2026-09-30; 14.3 2026-06-30; 13.5 2026-04-30; "
            "14.2 2025-09-30; 13.4 2025-06-30; 14.1 2025-03-31; 13.3 2024-12-31; 14.0 2024-09-30; "
            "13.2 2024-06-30"
        ),
    ),
    Product(
        "vmware-esxi",
        "VMware ESXi",
        ("esxi",),
        "https://support.broadcom.com/group/ecx/productlifecycle",
        releases(
            "9.1 2028-08-12; 9.0 2027-09-17; 8.0 2027-10-11; 7.0 2025-10-02; 6.7 2022-10-15; "
            "6.5 2022-10-15; 6.0 2020-03-12; 5.5 2018-09-19; 5.1 2016-08-24; 5.0 2016-08-24"
        ),
    ),
    Product(
        "vmware-vcenter",
        "VMware vCenter Server",
        ("vcenter",),
        "https://knowledge.broadcom.com/external/article/326316/build-numbers-and-versions-of-vmware-vce.html",
        releases(
            "9.1 2028-08-12; 9.0 2027-09-17; 8.0 2027-10-11; 7.0 2025-10-02; 6.7 2022-10-15; "
            "6.5 2022-10-15; 6.0 2020-03-12; 5.5 2018-09-19"
        ),
    ),
    Product(
        "proxmox-ve",
        "Proxmox VE",
        ("proxmox ve", "proxmox virtual environment"),
        "https://pve.proxmox.com/wiki/FAQ",
        releases("9 -; 8 2026-08-31; 7 2024-07-31; 6 2022-09-30; 5 2020-07-31"),
    ),
    Product(
        "proxmox-backup-server",
        "Proxmox Backup Server",
        ("proxmox backup server",),
        "https://pbs.proxmox.com/docs/faq.html#how-long-will-my-proxmox-backup-server-version-be-supported",
        releases("4 -; 3 2026-08-31; 2 2024-07-31; 1 2022-09-30"),
    ),
)
