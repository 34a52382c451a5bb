import CCHCReports
import CCHCScoring
import CCHCTables

let arguments = CommandLine.arguments
let outcome = RoundLoader.load(arguments[2], options: .init(criteriaFolder: arguments[4]))
let results = Scorer.score(outcome)
for p in results.problems.items { print(p.severity, p.place, p.code.id, p.message(in: .vietnamese)) }
var folder = OutputFolder(arguments[6])
try folder.write(ResultsJSON.bytes(results), to: "noi-bo/results.json")
try folder.write(TablesCSV(results, locale: .english).scores(), to: "noi-bo/scores.csv")
try folder.write(TablesCSV(results, locale: .english).obligations(), to: "noi-bo/obligations.csv")
try folder.write(TablesCSV(results, locale: .english).ranking(), to: "cong-bo/ranking.csv")
try folder.commit()
import Glibc
exit(results.problems.hasErrors ? 1 : 0)
