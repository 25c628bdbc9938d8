#!/usr/bin/env python3
"""Cuts the hand-out's font from Noto Sans CJK SC; see README.md beside this file.

    pip install fonttools==4.68.0
    python3 assets/font/subset.py NotoSansCJK-Regular.ttc
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parents[2]
NAME = "Yidi Hand-out Sans"


def gb2312():
    """Every character of GB 2312: signs, kana and 6763 Chinese characters."""
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield from bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                pass


def bundled():
    """Every character of the data and the messages."""
    for folder, ending in (("data", "ron"), ("assets/text", "ftl")):
        for path in (ROOT / folder).rglob(f"*.{ending}"):
            yield from path.read_text(encoding="utf-8")


def source(path):
    """The simplified face of a collection, or the one face of a file."""
    if path.suffix != ".ttc":
        return TTFont(path)
    faces = TTCollection(path).fonts
    return next(face for face in faces if face["name"].getDebugName(4) == "Noto Sans CJK SC")


def main(path):
    font = source(Path(path))
    wanted = {chr(code) for code in range(0x20, 0x7F)} | set(gb2312()) | set(bundled())
    # Signs and characters of names that GB 2312 lacks.
    wanted |= set("〇·“”‘’—…×÷￥¥℃①②③④⑤⑥⑦⑧⑨⑩□☑☐■▪•–≤≥镕喆堃昇翀甯祎琇玥芃垚赟彧骉犇淼燊钰珺")
    wanted |= {chr(code) for code in range(0xFF01, 0xFF5F)}
    codes = [ord(c) for c in wanted if c.isprintable()] + [0xA0, 0x3000]
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    names = font["name"]
    for number, text in {1: NAME, 3: f"{NAME} 1", 4: NAME, 6: NAME.replace(" ", "")}.items():
        names.setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [NAME.replace(" ", "")]
    cff.topDictIndex[0].FullName = NAME
    cff.topDictIndex[0].FamilyName = NAME
    # The same bytes every time.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(ROOT / "assets/font/handout.otf")
    missing = sorted(c for c in wanted if c.isprintable() and ord(c) not in font.getBestCmap())
    print(f"{len(font.getBestCmap())} characters; not in the source: {''.join(missing)}")


if __name__ == "__main__":
    main(sys.argv[1])
