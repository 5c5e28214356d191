import ExpungeDocuments
import ExpungeText

/// Which leaf of a message is its body, which are attachments, and how they are numbered.
struct MessageOutline {
  private let entities: [MailEntity]
  /// The numbers of attachments, from 1 through the whole message, by their entity.
  private(set) var attachments: [Int: Int] = [:]
  /// The highest number given before what a leaf's own file encloses.
  private(set) var numbersBefore: [Int: Int] = [:]
  /// The leaf that is shown first, by the number of the enclosing attachment; 0 for the message.
  private(set) var bodies: [Int: Int] = [:]
  private var scopes: [Int: Int] = [:]
  private(set) var attachmentCount = 0

  /// O(entities × depth).
  init(_ layout: MessageLayout) {
    entities = layout.entities
    var leaves: [Int: Leaf] = [:]
    for case .leaf(let number, let leaf) in layout.items { leaves[number] = leaf }
    var next = 0
    var shown: [Int: [(leaf: Int, isPage: Bool)]] = [:]
    for number in entities.indices {
      let entity = entities[number]
      scopes[number] =
        entity.parent.map { entity.isMessage ? attachments[$0] ?? 0 : scopes[$0] ?? 0 } ?? 0
      if entity.isContainer {
        guard !entity.isMultipart else { continue }
      } else {
        guard let leaf = leaves[number] else { continue }
        if case .text(let isPage) = leaf.nature, isInline(number) {
          shown[scopes[number] ?? 0, default: []].append((number, isPage))
          continue
        }
      }
      next += 1
      attachmentCount += 1
      attachments[number] = next
      numbersBefore[number] = next
      next += leaves[number]?.enclosed?.reading.parts.map(\.enclosed).max() ?? 0
    }
    for (scope, leaves) in shown { bodies[scope] = body(of: leaves) }
  }

  /// The attachment in whose message an entity stands; 0 for the message itself.
  func scope(of number: Int) -> Int { scopes[number] ?? 0 }

  /// Types of which a mail program shows the text itself.
  private static let shownTypes: Set = [
    "text/plain", "text/html", "text/enriched", "text/richtext", "application/xhtml+xml",
  ]

  private func isInline(_ number: Int) -> Bool {
    let entity = entities[number]
    guard !entity.isDeclaredAttachment, entity.fileName == nil else { return false }
    guard let parent = entity.parent, entities[parent].isMultipart else {
      return Self.shownTypes.contains(entity.type) || entity.type.hasPrefix("multipart/")
    }
    // Of related parts the first is shown, the others belong to it.
    if entities[parent].type == "multipart/related", number != parent + 1 { return false }
    return Self.shownTypes.contains(entity.type) || entity.type.hasPrefix("multipart/")
  }

  /// The first text, or the page that is the better form of it.
  private func body(of leaves: [(leaf: Int, isPage: Bool)]) -> Int? {
    guard let first = leaves.first else { return nil }
    guard !first.isPage, let choice = alternative(around: first.leaf) else { return first.leaf }
    return leaves.first { $0.isPage && alternative(around: $0.leaf) == choice }?.leaf ?? first.leaf
  }

  /// The multipart/alternative that an entity belongs to, within its message.
  private func alternative(around number: Int) -> Int? {
    var place = number
    while !entities[place].isMessage, let parent = entities[place].parent {
      if entities[parent].type == "multipart/alternative" { return parent }
      place = parent
    }
    return nil
  }
}
