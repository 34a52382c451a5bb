package import CCHCExact

/// Who issues a paper, under which number, where and when (NĐ 30/2020/NĐ-CP).
package struct PaperHead: Sendable {
  package var superior: String
  package var issuer: String
  /// What follows “Số: ”.
  package var number: String
  package var place: String
  /// nil leaves the date open.
  package var day: Day?
  /// Minutes bear neither place nor date in their head.
  package var isDated = true
  /// The subject of an official letter, which stands below its number.
  package var subject: RichText?

  package init(
    superior: String, issuer: String, number: String, place: String, day: Day? = nil, isDated: Bool = true,
    subject: RichText? = nil
  ) {
    self.superior = superior
    self.issuer = issuer
    self.number = number
    self.place = place
    self.day = day
    self.isDated = isDated
    self.subject = subject
  }

  /// The country's name and motto, which stand in every head.
  package static let (nation, motto) = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")

  /// The issuer, or the place where it is to be written.
  package var shownIssuer: String { issuer.isEmpty ? "……" : issuer }

  /// Place and date, left open where there is none; nil where the head bears neither.
  package var dateLine: RichText? {
    guard isDated else { return nil }
    let place: RichText = place.isEmpty ? "" : "\(place), "
    return day.map { "\(place)\($0.longText)" } ?? "\(place)ngày …… tháng …… năm ……"
  }
}

extension Day {
  /// `ngày 05 tháng 02 năm 2024`: a leading zero for days below 10 and for January and February.
  package var longText: String {
    let (year, month, day) = components
    return "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
  }
}
