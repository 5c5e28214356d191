import FoundationEssentials

/// A labelled document of a gold file: one JSON object a line.
///
/// `{"id", "text", "spans": [{"start", "end", "label", "mask"?, "entity_id"?}]}`; offsets are Unicode
/// code points into `text`, end exclusive.
package struct GoldDocument: Sendable, Decodable {
  package struct Span: Sendable, Decodable {
    package var start: Int
    package var end: Int
    package var label: String
    package var mask: String?
    package var entity: String?

    private enum CodingKeys: String, CodingKey {
      case start, end, label, mask
      case entity = "entity_id"
    }

    package init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      start = try values.decode(Int.self, forKey: .start)
      end = try values.decode(Int.self, forKey: .end)
      label = try values.decode(String.self, forKey: .label)
      mask = try values.decodeIfPresent(String.self, forKey: .mask)
      entity = try values.decodeIfPresent(Name.self, forKey: .entity)?.text
    }
  }

  package var identifier: String
  package var text: String
  package var spans: [Span]

  private enum CodingKeys: String, CodingKey {
    case identifier = "id"
    case text, spans
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    identifier = try values.decode(Name.self, forKey: .identifier).text
    text = try values.decode(String.self, forKey: .text)
    spans = try values.decode([Span].self, forKey: .spans)
  }

  /// What some sets write as a text and others as a number.
  private struct Name: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      do {
        text = try value.decode(String.self)
      } catch DecodingError.typeMismatch {
        text = String(try value.decode(Int.self))
      }
    }
  }

  /// Reads a gold file.
  ///
  /// - Throws: `GoldError` with the line that is no such object or whose span leaves its text.
  package static func read(_ bytes: [UInt8]) throws(GoldError) -> [GoldDocument] {
    let decoder = JSONDecoder()
    var documents: [GoldDocument] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      let document: GoldDocument
      do {
        document = try decoder.decode(GoldDocument.self, from: Data(line))
      } catch {
        throw GoldError(line: index + 1, message: "is not an object with id, text and spans")
      }
      let length = document.text.unicodeScalars.count
      guard document.spans.allSatisfy({ 0 <= $0.start && $0.start <= $0.end && $0.end <= length })
      else { throw GoldError(line: index + 1, message: "has a span that leaves its text") }
      documents.append(document)
    }
    return documents
  }
}

/// A gold file that cannot be used.
package struct GoldError: Error, Sendable, Equatable {
  package var line: Int
  package var message: String
}
