import ExpungeDocuments
import ExpungeText

/// The XML entries of a package, parsed.
struct PackageTrees {
  /// By the entry's number.
  private(set) var trees: [Int: XMLTree] = [:]
  private(set) var damaged: [Int] = []
  private(set) var stops: Set<ReadingStop> = []

  /// - Parameter passedOver: entries that are listed as unread whatever they hold.
  init(_ package: PackageContents, limits: ReaderLimits, passedOver: Set<Int> = []) {
    for (number, entry) in package.entries.enumerated()
    where entry.language == .xml && !entry.range.isEmpty && !passedOver.contains(number) {
      do throws(XMLError) {
        trees[number] = try XMLParser.tree(
          of: package.contents.bytes, entry.range, nesting: limits.nesting)
      } catch {
        switch error {
        case .damaged: damaged.append(number)
        case .nesting: stops.insert(.nesting)
        case .declaredEntities: stops.insert(.declaredEntities)
        }
      }
    }
  }

  subscript(number: Int?) -> XMLTree? { number.flatMap { trees[$0] } }

  /// By their entries' numbers, ascending.
  var inOrder: [(entry: Int, tree: XMLTree)] {
    trees.sorted { $0.key < $1.key }.map { (entry: $0.key, tree: $0.value) }
  }
}
