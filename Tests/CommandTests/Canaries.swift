import ExpungeHashing
import Foundation

/// Two hundred invented values, each standing once or more in a set of documents: whatever a program says
/// about those documents can be searched for them.
struct Canaries {
  /// Surnames, which the rules know after a title.
  let names: [String]
  /// Telephone numbers, e-mail addresses and NHS numbers, which the rules know anywhere.
  let others: [String]
  /// Words that nothing can know to be a name.
  let unknown: [String]

  var known: [String] { names + others }

  init() {
    names = ["Quon", "Vex", "Zand", "Brosk", "Plim", "Trosk"].flatMap { first in
      [
        "berry", "holme", "wicke", "thwaite", "mere", "ford", "combe", "stead", "wyn", "garth",
      ].map { first + $0 }
    }
    let phones = (400..<440).map { "07700 900\($0)" }
    let mails = ["ulla", "vero", "wynn", "xeno", "yoric"].flatMap { name in
      ["mail", "post", "home", "desk"].map { "\(name)@\($0).example" }
    }
    let numbers = (0..<20).map { Self.healthNumber(999_000_100 + 7 * $0) }
    others = phones + mails + numbers
    unknown = ["qor", "vax", "zub", "brel", "yin", "thru"].flatMap { first in
      ["dax", "pint", "gull", "misk", "wob", "fenk", "jor", "lunt", "spag", "tove"].map {
        first + $0
      }
    }
  }

  /// In the range that is never issued, its check digit right; the next number where there is none.
  private static func healthNumber(_ nine: Int) -> String {
    let digits = String(nine).compactMap(\.wholeNumberValue)
    let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    guard check < 10 else { return healthNumber(nine + 1) }
    let all = "\(nine)\(check)"
    return "\(all.prefix(3)) \(all.dropFirst(3).prefix(3)) \(all.dropFirst(6))"
  }

  /// Documents that hold every value, by path.
  var documents: [String: String] {
    var texts: [String: String] = [:]
    for (index, other) in others.enumerated() {
      let name = names[index % names.count]
      let word = unknown[index % unknown.count]
      let sentence =
        "Mrs \(name) of the \(word) rang on Friday; use \(other) to answer the \(word)."
      switch index % 4 {
      case 0:
        texts["texts/\(index).txt"] =
          "Category : \(name) > \(word)\n\nSummary\n\n1. \(sentence)\n\n2. \(name)'s son agreed.\n"
      case 1: texts["texts/\(index).md"] = "# About Mrs \(name)\n\n- \(sentence)\n"
      case 2: texts["pages/\(index).html"] = Self.page(name, sentence, other)
      default: texts["texts/Mr \(name)/Mrs \(name)_final.txt"] = sentence
      }
    }
    return texts
  }

  private static func page(_ name: String, _ sentence: String, _ other: String) -> String {
    """
    <!doctype html><html><head><title>Mrs \(name)</title><meta name="author" content="Mr \(name)">
    </head><body title="Mrs \(name)"><p>\(sentence)</p><!-- Mr \(name), \(other) -->
    <p hidden>\(sentence)</p><a href="mailto:\(name.lowercased())@mail.example">write</a>
    <img alt="Mrs \(name)" src="a.png"></body></html>
    """
  }

  /// Files that are not read, or not asked for, whose names leak.
  var unreadable: [String: String] {
    [
      "other/Mrs \(names[0]).pdf": "%PDF-1.7", "other/Mr \(names[1]).txt": "",
      "other/Ms \(names[2]).png": "picture", "other/Mrs \(names[3])/letter.docx": "PK\u{3}\u{4}",
      "other/\(others[0]).txt": "\u{0}", "other/\(unknown[0]).pdf": "%PDF-1.7",
      "other/\(unknown[1]) final.odt": "PK\u{3}\u{4}", "other/\(unknown[2]).txt": "\u{0}",
    ]
  }

  /// The same values as labelled documents, one JSON object a line.
  func gold() throws -> Data {
    var lines = Data()
    for (path, text) in documents.sorted(by: { $0.key < $1.key }) {
      lines += try JSONSerialization.data(
        withJSONObject: [
          "id": "\(path.utf8.count)",
          "text": text,
          "spans": [["start": 0, "end": 3, "label": "PERSON"]],
        ])
      lines.append(0x0A)
    }
    return lines
  }

  /// Hashes of values and files that anybody with a list of names could try.
  func hashes(of files: [Data]) -> Set<String> {
    var inputs = files.map { [UInt8]($0) }
    for value in known + unknown {
      for form in [value, value.lowercased(), value.uppercased()] {
        inputs += [Array(form.utf8), Array("\(form)\n".utf8), Array("Mrs \(form)".utf8)]
      }
    }
    let hashes = inputs.flatMap {
      [
        SHA256.digest(of: $0).hexadecimal, BLAKE2b.digest(of: $0, .bits128).hexadecimal,
        BLAKE2b.digest(of: $0, .bits256).hexadecimal,
      ]
    }
    return Set(hashes)
  }
}

/// All that programs said and wrote in a test, searched for what must not be there.
struct Haystack {
  private var pieces: [(name: String, bytes: Data)] = []

  mutating func add(_ name: String, _ bytes: Data) {
    pieces.append((name, Data(String(decoding: bytes, as: UTF8.self).lowercased().utf8)))
  }

  /// Names of what holds one of the values, whatever their case; the values are not repeated.
  func holding(_ values: [String]) -> [String] {
    let needles = values.map { Data($0.lowercased().utf8) }
    return pieces.filter { piece in needles.contains { piece.bytes.range(of: $0) != nil } }
      .map(\.name)
  }

  /// Names of what holds one of the hashes, in hexadecimal: the thousands of them by their words.
  func holdingHashes(_ hashes: Set<String>) -> [String] {
    pieces.filter { piece in
      piece.bytes.split { !isHexadecimal($0) }.contains { word in
        word.count >= 32 && hashes.contains(String(decoding: word, as: UTF8.self))
      }
    }.map(\.name)
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 6 }
}
