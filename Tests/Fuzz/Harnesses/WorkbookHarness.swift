import CCHCOffice

/// Reads workbooks, whole and as tables.
enum WorkbookHarness {
  /// Reads a workbook as it came.
  static func run(archive bytes: [UInt8]) -> Int {
    let size = bytes.count + unpacked(bytes)
    if let file = try? WorkbookFile(bytes) {
      for entry in file.sheets.prefix(4) {
        guard let cells = try? file.read(entry) else { continue }
        for pair in zip(cells.cells, cells.cells.dropFirst()) {
          require(pair.0.position < pair.1.position, "cells do not ascend")
        }
        _ = cells.row(cells.lastRow)
      }
    }
    TableHarness.read(workbook: bytes)
    return size
  }

  /// Packs the parts that the bytes hold, and reads the workbook that they make.
  static func run(parts bytes: [UInt8]) -> Int {
    var zip = ZipWriter()
    for file in FileBundle(bytes).files.prefix(50) { zip.add(String(file.name.prefix(200)), file.bytes) }
    return run(archive: zip.finish())
  }

  /// How many bytes the parts of an archive take when unpacked, by what its directory says.
  private static func unpacked(_ bytes: [UInt8]) -> Int {
    guard let archive = try? ZipArchive(bytes) else { return 0 }
    return archive.names.reduce(0) { $0 + (archive.size(of: $1) ?? 0) }
  }
}
