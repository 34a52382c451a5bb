"""Writes a round of a size of its own, with its criteria set, for measuring: the same bytes each time.

    python3 Tests/Benchmarks/national_round.py FOLDER --agencies 10000 --leaves 100

makes FOLDER/criteria/lon and FOLDER/evidence/lon. Every leaf is filed by every agency; one leaf in twenty is corrected
by an appraisal, all others are agreed with.
"""

import argparse
import csv
import pathlib
import random

LEAVES_OF_A_FIELD = 10


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def leaf_codes(count):
    return [f"{number // LEAVES_OF_A_FIELD + 1}.{number % LEAVES_OF_A_FIELD + 1}" for number in range(count)]


def write_set(folder, codes):
    write(folder / "set.csv", [
        ["key", "value"], ["name", "Bộ tiêu chí đo tốc độ"], ["legal_basis", "Quyết định số 1 (mẫu)"],
        ["point_decimals", "2"], ["index_decimals", "2"]])
    rows = [["code", "name", "max_points", "method", "inputs", "rule", "zero_denominator"]]
    field = None
    for code in codes:
        if code.split(".")[0] != field:
            field = code.split(".")[0]
            count = sum(other.split(".")[0] == field for other in codes)
            rows.append([field, f"Lĩnh vực số {field}", count, "", "", "", ""])
        rows.append([
            code, f"Tỷ lệ hồ sơ được giải quyết đúng hạn của nhóm thủ tục {code}", 1, "self",
            "a[count]: Tổng số hồ sơ; b[count]: Số hồ sơ đúng hạn", "b/a * full", "zero"])
    write(folder / "criteria.csv", rows)
    write(folder / "bands.csv", [
        ["label", "condition"], ["Tốt", "index >= 80%"], ["Khá", "index >= 65%"], ["Trung bình", "else"]])


def write_round(folder, agencies, codes, generator):
    write(folder / "round.csv", [
        ["key", "value"], ["name", "Kỳ đo tốc độ (số liệu ngẫu nhiên)"], ["year", "2025"], ["criteria:xa", "lon"]])
    names = [f"X{number:05}" for number in range(1, agencies + 1)]
    write(folder / "agencies.csv", [["agency", "name", "group", "bloc"]] + [
        [name, f"UBND xã số {place + 1}", "xa", f"Tỉnh số {place % 34 + 1:02}"] for place, name in enumerate(names)])

    def filed():
        yield ["agency", "criterion", "input", "value"]
        for name in names:
            for code in codes:
                total = generator.randint(20, 5000)
                yield [name, code, "a", total]
                yield [name, code, "b", generator.randint(total // 2, total)]

    def appraised():
        yield ["agency", "criterion", "round", "points", "reason"]
        for name in names:
            for code in codes:
                if generator.random() < 0.05:
                    yield [name, code, 1, f"0.{generator.randint(0, 99):02}", "Thiếu tài liệu kiểm chứng"]
                else:
                    yield [name, code, 1, "", ""]

    write(folder / "self" / "tat-ca.csv", filed())
    write(folder / "appraisal" / "lan-1.csv", appraised())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--agencies", type=int, default=10_000)
    parser.add_argument("--leaves", type=int, default=100)
    options = parser.parse_args()
    codes = leaf_codes(options.leaves)
    write_set(options.folder / "criteria" / "lon", codes)
    write_round(options.folder / "evidence" / "lon", options.agencies, codes, random.Random(1))


if __name__ == "__main__":
    main()
