import CCHCDocuments
import CCHCScoring

/// Which output each file of a report folder is, by its name alone.
struct OutputMatches {
  /// A file that has the name of an output.
  struct Match {
    let file: String
    /// Every way in which the name can be read.
    let values: [OutputPath.Values]
  }

  /// Two outputs may have one path, a document and a table; their kinds differ.
  private struct Key: Hashable {
    let pattern: String
    let kinds: [FileExtension]

    init(_ entry: OutputEntry) { (pattern, kinds) = (entry.path.pattern, entry.kinds) }
  }

  private var matches: [Key: [Match]] = [:]

  init(_ files: [String]) {
    for file in files {
      guard let (entry, values) = OutputCatalogue.output(of: file) else { continue }
      matches[Key(entry), default: []].append(Match(file: file, values: values))
    }
  }

  /// The files of an output.
  subscript(entry: OutputEntry) -> [Match] { matches[Key(entry)] ?? [] }

  /// The files of a command's outputs.
  subscript(list: any OutputList) -> [Match] { list.entries.flatMap { self[$0] } }
}
