import CCHCOffice
import TestSupport
import Testing

extension HostileZip: CustomTestStringConvertible {}

@Suite("Hostile archives")
struct HostileZipTests {
  @Test("An archive that lies or threatens is refused", arguments: HostileZip.all)
  func refuses(_ hostile: HostileZip) {
    let code = faultCode {
      let archive = try ZipArchive(hostile.bytes)
      for name in archive.names { _ = try archive.part(name) }
    }
    #expect(code == hostile.code)
  }
}
