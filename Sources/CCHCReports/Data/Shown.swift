package import CCHCScoring

extension Results {
  /// A leaf's applicable maximum: 0 where exempt, nil where monitored; in units of the point decimals.
  package func applicableMaximum(_ leaf: Leaf, _ score: LeafScore) -> Int128? {
    switch score.status {
    case .monitored: nil
    case .exempt: 0
    default: Int128(leaf.maxUnits)
    }
  }
}

extension LeafStatus {
  /// The status as it is shown (FORMATS 7).
  package var vietnamese: String {
    switch self {
    case .scored: "đã chấm"
    case .exempt: "không đánh giá"
    case .requested: "đề nghị không đánh giá"
    case .missing: "chưa có số liệu"
    case .invalid: "số liệu không hợp lệ"
    case .undocumented: "thiếu tài liệu kiểm chứng"
    case .monitored: "theo dõi, không tính điểm"
    }
  }
}

/// A fixed-point number without trailing zeros after the decimal mark.
package func plainDecimal(_ units: Int128, decimals: Int) -> (units: Int128, decimals: Int) {
  var result = (units: units, decimals: decimals)
  while result.decimals > 0, result.units % 10 == 0 {
    result.units /= 10
    result.decimals -= 1
  }
  return result
}
