import ExpungeDetection
import ExpungeJudgement

/// A compliance report laid out for people, whatever it is printed as: sections of words, tables, charts.
struct ComplianceLayout {
  struct Section {
    /// Stable, for links: "scope".
    var id: String
    var title: String
    var blocks: [Block] = []
  }

  enum Block {
    case paragraph(String)
    /// What is called how.
    case facts([(name: String, value: String)])
    case table(Table)
    /// The table of the same figures stands after it.
    case chart(BarChart)
    /// To be filled in by hand: what, and how many lines it takes.
    case blanks([(name: String, lines: Int)])
  }

  struct Table {
    var title: String
    var columns: [Column]
    var rows: [[String]]
    /// Rows that are left out for their number; they stand in the JSON and the tables.
    var omitted = 0
  }

  struct Column {
    var title: String
    var isNumber = false

    init(_ title: String) { self.title = title }

    static func number(_ title: String) -> Column {
      var column = Column(title)
      column.isNumber = true
      return column
    }
  }

  let title = "Compliance report on decisions to be published"
  let verdict: (word: String, words: String)
  let sections: [Section]

  init(_ report: ComplianceReport) {
    let sentence = report.verdict.sentence(report.summary).text
    let word = String(sentence.prefix { $0 != ":" })
    verdict = (word, Wording.capitalised(String(sentence.dropFirst(word.utf8.count + 2))))
    let words = ComplianceWords(report)
    sections = [
      words.identity, words.severities, words.classes, words.departments, words.trend,
      words.measured, words.jigsaw, words.unread, words.law, words.scope, words.rules,
      words.signOff,
    ].compactMap(\.self)
  }
}
