package import CCHCFiles

/// A key of a key-value table.
package struct TableKey: Sendable {
  /// The key as files write it; one that ends in `:` is a prefix, behind which a code stands.
  package let name: String
  package let isRequired: Bool
  /// The value where the key is absent, as a file would write it; nil where there is none.
  package let usual: String?
  package let meaning: Bilingual
  /// What the code behind a prefix is; empty for any other key.
  package let subject: Bilingual
}

/// The keys of a key-value table; the raw value is the key as files write it.
package protocol DeclaredKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the key means, and its value where it is absent.
  var key: TableKey { get }
}

extension DeclaredKey {
  /// Declares the key.
  package func declared(
    vi: String, en: String, isRequired: Bool = false, usual: String? = nil,
    subject: Bilingual = Bilingual("")
  ) -> TableKey {
    TableKey(
      name: rawValue, isRequired: isRequired, usual: usual, meaning: Bilingual(vi, en), subject: subject)
  }

  /// Every key, in the order in which a new table has them.
  package static var keys: [TableKey] { allCases.map(\.key) }

  /// Whether the key is a prefix, behind which a code stands.
  package var isPrefix: Bool { rawValue.hasSuffix(":") }
}

/// The columns of a key-value table.
package enum KeyValueColumn: Int, DeclaredColumn {
  case key, value

  package var column: Column {
    switch self {
    case .key: Column("key", "khóa", .code).required.key
    case .value: Column("value", "giá trị").required
    }
  }
}
