/// Whom a word speaks of.
package enum Gender: UInt8, Sendable, CaseIterable {
  case unknown, woman, man

  /// Whether two words may speak of one person.
  func agrees(with other: Gender) -> Bool {
    self == .unknown || other == .unknown || self == other
  }

  /// As reports print it.
  package var name: String {
    switch self {
    case .unknown: "not told"
    case .woman: "woman"
    case .man: "man"
    }
  }

  package var opposite: Gender {
    switch self {
    case .unknown: .unknown
    case .woman: .man
    case .man: .woman
    }
  }
}

/// What one person is to another.
package enum Relation: UInt8, Sendable, CaseIterable {
  case child, parent, spouse, sibling, relative

  package var name: String {
    switch self {
    case .child: "child"
    case .parent: "parent"
    case .spouse: "husband, wife or partner"
    case .sibling: "brother or sister"
    case .relative: "relative"
    }
  }

  /// Whether a person has no more than one at a time: a wife, a mother.
  var isUnique: Bool { self == .spouse || self == .parent }
}
