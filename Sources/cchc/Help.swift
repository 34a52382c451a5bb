import CCHCReports

/// The texts of `--help`.
enum Help {
  static func overview(_ wording: Wording) -> String {
    var text = wording(
      """
      Ví dụ:
        cchc score evidence/2023-cchc-mau

      cchc tính Chỉ số cải cách hành chính (CCHC) chính xác từ bộ tiêu chí và số liệu dạng bảng.

      Lệnh:

      """,
      """
      Example:
        cchc score evidence/2023-cchc-mau

      cchc scores the administrative reform index exactly, from criteria tables and evidence files.

      Commands:

      """)
    for command in Tool.commands {
      text += "  " + command.name.padded(to: 10) + command.summary(wording) + "\n"
    }
    return text
      + wording(
        """

        Tùy chọn chung:
          --lang vi|en    ngôn ngữ của thông báo (mặc định vi)
          --json          kết quả dạng JSON cho chương trình khác đọc
          --help          hướng dẫn; “cchc LỆNH --help” cho từng lệnh
          --version       phiên bản

        Mã kết thúc: 0 sạch (có thể có cảnh báo), 1 có lỗi trong bảng, 2 gọi lệnh sai, hoặc không đọc, không ghi được tệp.

        """,
        """

        Common options:
          --lang vi|en    language of messages (default vi)
          --json          results for machines
          --help          help; “cchc COMMAND --help” for each command
          --version       the version

        Exit codes: 0 clean (warnings allowed), 1 errors in the tables, 2 a wrong call or a file that cannot be
        read or written.

        """)
  }
}

extension String {
  /// The text followed by spaces up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
