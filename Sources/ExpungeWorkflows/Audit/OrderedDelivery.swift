import Dispatch
import Foundation
import Synchronization

/// Lets several workers produce numbered results that are handed on in order.
///
/// A worker that runs too far ahead of the oldest result that is not out yet waits, so that what is
/// held in memory does not grow with the number of results.
final class OrderedDelivery<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var delivered = 0
    var ready: [Int: Result] = [:]
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let turn = NSCondition()
  private let count: Int
  private let window: Int

  init(count: Int, window: Int) {
    self.count = count
    self.window = window
  }

  /// The next number to work on; nil when there is none, or when the consumer failed.
  func claim() -> Int? {
    turn.lock()
    defer { turn.unlock() }
    while true {
      let answer: Int?? = state.withLock { state in
        if state.failure != nil || state.next >= count { return .some(nil) }
        guard state.next < state.delivered + window else { return nil }
        defer { state.next += 1 }
        return .some(state.next)
      }
      if let answer { return answer }
      turn.wait()
    }
  }

  /// Gives a result; whoever completes the sequence hands on all that is ready, in order.
  func give(_ result: Result, for number: Int, to consume: (Int, Result) throws -> Void) {
    state.withLock { state in
      state.ready[number] = result
      while state.failure == nil, let result = state.ready.removeValue(forKey: state.delivered) {
        do {
          try consume(state.delivered, result)
        } catch {
          state.failure = error
        }
        state.delivered += 1
      }
    }
    turn.lock()
    turn.broadcast()
    turn.unlock()
  }

  /// - Throws: what the consumer threw.
  func rethrow() throws {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
