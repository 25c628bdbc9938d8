#!/usr/bin/env python3
"""Writes assets/THIRD-PARTY.txt: the licences of everything that is compiled
into the program, and of its font. Run it when a dependency changes; the test
`licences` tells. With the name of a package and of a file it writes those of that
package: assets/wheel.sh asks for the Python wheel's."""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGETS = ["x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl", "x86_64-apple-darwin", "x86_64-pc-windows-msvc"]
NAMES = ("licen", "copying", "notice", "copyright", "unlicense")
MINE = {"yidi", "yidi-core", "yidi-python"}


def shipped(of):
    """What a package of the project is made of, by name and version."""
    found = {}
    for target in TARGETS:
        command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
        data = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
        packages = {package["id"]: package for package in data["packages"]}
        nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
        wanted, seen = [one for one in data["workspace_members"] if packages[one]["name"] == of], set()
        while wanted:
            one = wanted.pop()
            if one in seen:
                continue
            # What runs while the program is built is not in it.
            if any("proc-macro" in kind["kind"] for kind in packages[one]["targets"]):
                continue
            seen.add(one)
            for dep in nodes[one]["deps"]:
                if any(kind["kind"] is None for kind in dep["dep_kinds"]):
                    wanted.append(dep["pkg"])
        for one in seen:
            package = packages[one]
            if package["name"] not in MINE:
                found[(package["name"], package["version"])] = package
    return [found[key] for key in sorted(found)]


def texts(package):
    """What its licence files say."""
    folder = pathlib.Path(package["manifest_path"]).parent
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name.lower().startswith(NAMES))
    # Of a choice of licences the MIT is taken where it is one.
    mit = [path for path in files if "mit" in path.name.lower()]
    if mit and any("apache" in path.name.lower() for path in files):
        files = [path for path in files if path in mit or "apache" not in path.name.lower()]
    said = [path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").replace("\t", "    ").strip() for path in files]
    return ["\n".join(line.rstrip() for line in text.split("\n")) for text in said if text]


def main(of="yidi", target=ROOT / "assets/THIRD-PARTY.txt"):
    packages = shipped(of)
    bearers, lacking, first = {}, [], {}
    for package in packages:
        name = f"{package['name']} {package['version']}"
        said = texts(package)
        for text in said:
            # The same words, however they are broken into lines, are one text.
            text = first.setdefault(" ".join(text.split()), text)
            bearers.setdefault(text, []).append(name)
        if not said:
            lacking.append(package)
    common = {}
    for text, names in bearers.items():
        for key, begin in (("MIT", "Permission is hereby granted, free of charge"), ("Apache-2.0", "Version 2.0, January 2004"), ("BSD-3-Clause", "Redistribution and use in source")):
            if begin in text[:3000] and (key not in common or len(names) > len(bearers[common[key]])):
                common[key] = text
    out = ["Licences of what is compiled into yidi.", ""]
    for package in packages:
        licence = package["license"] or "see below"
        out.append(f"{package['name']} {package['version']}: {licence}")
    for package in lacking:
        out += ["", "=" * 78, f"{package['name']} {package['version']}", "=" * 78, ""]
        authors = ", ".join(package["authors"]) or f"the authors of {package['name']}"
        out.append(f"Carries no licence file; it is under {package['license']}.")
        out.append(f"Copyright (c) {authors}. {package['repository'] or ''}".strip())
        if "MIT" in package["license"]:
            permission = common["MIT"]
            out += ["", permission[permission.index("Permission is hereby granted"):]]
        elif "Apache-2.0" in package["license"]:
            out += ["", "The text of the Apache License 2.0 stands below."]
    for text, names in sorted(bearers.items(), key=lambda item: (item[1][0], item[0])):
        out += ["", "=" * 78, *names, "=" * 78, "", text]
    font = (ROOT / "assets/font/OFL.txt").read_text(encoding="utf-8").replace("\r\n", "\n").strip()
    out += ["", "=" * 78, "The font of the hand-out", "=" * 78, "", font, ""]
    pathlib.Path(target).write_text("\n".join(out), encoding="utf-8")
    print(f"{len(packages)} packages, {len(lacking)} without a licence file, {len(bearers)} texts")


main(*sys.argv[1:])
