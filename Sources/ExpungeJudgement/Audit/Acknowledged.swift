package import ExpungeText

/// Something unread that a review accepts by its content: it stands in every report and makes no
/// document incomplete.
package struct Acknowledged: Sendable, Equatable {
  package var item: Unread
  package var acknowledgement: Acknowledgement

  package init(item: Unread, acknowledgement: Acknowledgement) {
    self.item = item
    self.acknowledgement = acknowledgement
  }
}

/// What a review accepts of that which no reader reads.
package struct Acknowledgements: Sendable, Equatable {
  private var known: [String: Acknowledgement] = [:]

  /// Of two about the same content the one that holds longer counts.
  package init(_ list: [Acknowledgement] = []) {
    for item in list {
      if let other = known[item.sha256], !item.outlives(other) { continue }
      known[item.sha256] = item
    }
  }

  /// Tells what is accepted from what stays unread; an acknowledgement that does not hold is named in
  /// the reason.
  package func divide(
    _ unread: [Unread], by policy: Policy
  ) -> (unread: [Unread], acknowledged: [Acknowledged]) {
    guard !known.isEmpty else { return (unread, []) }
    var left: [Unread] = []
    var accepted: [Acknowledged] = []
    for item in unread {
      guard let hash = item.contentHash, let acknowledgement = known[hash] else {
        left.append(item)
        continue
      }
      switch policy.state(from: nil, until: acknowledgement.until) {
      case .honoured:
        accepted.append(Acknowledged(item: item, acknowledgement: acknowledgement))
      case .undated:
        left.append(
          item.saying("its acknowledgement has an end, and no date was given with --at"))
      case .expired, .notYet, .refused:
        left.append(
          item.saying(
            "the acknowledgement expired on \(acknowledgement.until?.description ?? "a day before")"
          ))
      }
    }
    return (left, accepted)
  }
}

extension Acknowledgement {
  fileprivate func outlives(_ other: Acknowledgement) -> Bool {
    guard let end = other.until else { return false }
    return until.map { $0 > end } ?? true
  }
}

extension Unread {
  fileprivate func saying(_ more: String) -> Unread {
    Unread(part: part, reason: "\(reason); \(more)", limit: limit, contentHash: contentHash)
  }
}
