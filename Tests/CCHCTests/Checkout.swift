import Foundation

/// The folder of the package, whose sample rounds the tests score.
enum Checkout {
  private static let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  /// The path of a file or folder of the checkout.
  static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// The text of a file of the checkout.
  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
