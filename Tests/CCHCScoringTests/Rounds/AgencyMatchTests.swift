import CCHCScoring
import Testing

@Suite("Agencies by code or name")
struct AgencyMatchTests {
  private static let table = """
    agency,name,group
    SYT,Sở Y tế,so
    SNV,Sở Nội vụ,so
    snv,Sở Nông nghiệp,so
    X1,Xã Tân Thành,so
    X2,Xã Tân Thạnh,so
    X3,Xã Hòa Bình,so
    X4,Xã Hòa  Bình,so
    STP,X1,so

    """

  @Test(
    "the first way that finds any decides",
    arguments: [
      ("SYT", .one(0)), ("syt", .one(0)), ("Sở Y tế", .one(0)), ("so y te", .one(0)), ("SỞ Y TẾ", .one(0)),
      ("So\u{309}\u{31B} Y te\u{302}\u{301}", .one(0)), (" soyte", .one(0)), ("sở\u{A0}y\u{A0}tế", .one(0)),
      ("SNV", .one(1)), ("snv", .one(2)), ("Snv", .several([1, 2])), ("sở nội vụ", .one(1)),
      ("xã tân thành", .one(3)), ("xã tân thạnh", .one(4)), ("xa tan thanh", .several([3, 4])),
      ("Xã Hòa Bình", .several([5, 6])), ("x1", .one(3)), ("STB", .none(suggestion: "STP")),
      ("Sở Khoa học và Công nghệ", .none(suggestion: nil)), ("", .none(suggestion: nil)),
    ] as [(String, AgencyMatch)])
  func matches(text: String, match: AgencyMatch) throws {
    let round = try SmallRound(["agencies.csv": Self.table]).scored().round
    #expect(round.agencies.map(\.code) == ["SYT", "SNV", "snv", "X1", "X2", "X3", "X4", "STP"])
    #expect(round.agencies.match(text) == match)
  }

  @Test("a round is read for the one agency that a name means", arguments: ["A", "a", "Sở A", "so a"])
  func readsOne(name: String) throws {
    let scored = try SmallRound(["self/A.csv": filed("a=10; b=8")]).scored(onlyAgency: name)
    #expect(try scored.final() == "8.00")
  }
}
