/// The words that the grammar itself gives a meaning.
let grammarWords: Set<String> = ["and", "or", "not", "else", "always", "empty"]

/// Words that no input may bear: those of the grammar, of every function, and those kept for later (FORMATS 3).
package let reservedWords: Set<String> = grammarWords.union(RuleFunction.catalogue.map(\.name)).union([
  "best", "workdays", "rank",
])
