import CCHCCycle
package import CCHCDocuments
package import CCHCFiles
import CCHCScoring

/// A file that a command writes into the report folder, or one such file for each agency, criterion and the like:
/// its path, its kinds, what it is made from and how.
///
/// `Source` is all that the outputs of one command are made from. A new output is a file with a static member like
/// this one, and its name in the list of its command in `OutputCatalogue`:
///
///     extension Output where Source == FollowedRound {
///       static var emulation: Output {
///         Output(
///           "noi-bo/danh-sach-thi-dua", Bilingual("danh sách thi đua", "the list for emulation"), isDated: true,
///           [.document { EmulationList.document($0.results, $0.followUp) }])
///       }
///     }
package struct Output<Source>: Sendable {
  /// Its name below the report folder.
  package let path: OutputPath
  /// What it holds, for help and handbook.
  package let meaning: Bilingual
  /// The kinds of its files.
  package let kinds: [FileExtension]
  /// Whether its contents, or whether it is there at all, depend on the day of the command.
  let isDated: Bool
  /// How people fill it in; nil for what nobody changes.
  let filling: Filling<Source>?
  /// Whether any of its files is a document.
  let hasDocuments: Bool
  /// Lists its files; their contents are made later, each when it is written.
  let files: @Sendable (Source) -> [OutputFile]

  /// An output with one file for each of several subjects.
  ///
  /// - Parameters:
  ///   - path: The name below the report folder.
  ///   - meaning: What it holds.
  ///   - isDated: Whether it depends on the day of the command.
  ///   - filling: How people fill it in.
  ///   - subjects: What each of its files is about.
  ///   - contents: How its files are made, by their kinds.
  init<Subject>(
    _ path: OutputPath, _ meaning: Bilingual, isDated: Bool = false, filling: Filling<Source>? = nil,
    each subjects: @escaping @Sendable (Source) -> [OutputSubject<Subject>],
    _ contents: [OutputContent<Subject>]
  ) {
    self.path = path
    self.meaning = meaning
    kinds = contents.flatMap(\.kinds)
    self.isDated = isDated
    self.filling = filling
    hasDocuments = contents.contains(where: \.isDocument)
    files = { source in
      subjects(source).map { entry in
        OutputFile(
          name: path.name(entry.values), isDated: isDated || entry.isDated,
          contents: contents.map { $0.bind(entry.subject) },
          filling: filling.map { filling in
            BoundFilling(isFilled: { filling.isFilled($0, $1, source) }, remedy: filling.remedy)
          })
      }
    }
  }

  /// An output of one file in each kind.
  ///
  /// - Parameters:
  ///   - path: The name below the report folder.
  ///   - meaning: What it holds.
  ///   - isDated: Whether it depends on the day of the command.
  ///   - filling: How people fill it in.
  ///   - isDue: Whether it is written at all.
  ///   - contents: How its files are made, by their kinds.
  init(
    _ path: OutputPath, _ meaning: Bilingual, isDated: Bool = false, filling: Filling<Source>? = nil,
    isDue: @escaping @Sendable (Source) -> Bool = { _ in true }, _ contents: [OutputContent<Source>]
  ) {
    self.init(
      path, meaning, isDated: isDated, filling: filling,
      each: { isDue($0) ? [OutputSubject([:], $0)] : [] }, contents)
  }
}

/// What one file of an output is about.
struct OutputSubject<Subject> {
  /// What stands for the placeholders in the file's name.
  let values: OutputPath.Values
  /// What the file is made from.
  let subject: Subject
  /// Whether this file depends on the day of the command, though others of the output may not.
  let isDated: Bool

  init(_ values: OutputPath.Values, _ subject: Subject, isDated: Bool = false) {
    (self.values, self.subject, self.isDated) = (values, subject, isDated)
  }
}

/// How people fill in a file that the program writes.
package struct Filling<Source>: Sendable {
  /// Whether the bytes of a file of some name have been filled in, beyond what the source knows.
  let isFilled: @Sendable ([UInt8], String, Source) -> Bool
  /// What to do with a filled file before it is written again.
  let remedy: Bilingual

  init(_ remedy: Bilingual, isFilled: @escaping @Sendable ([UInt8], String, Source) -> Bool) {
    (self.isFilled, self.remedy) = (isFilled, remedy)
  }
}
