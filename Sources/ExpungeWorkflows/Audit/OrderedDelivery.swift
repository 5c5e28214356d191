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
    var ready: [Int: (result: Result, bytes: Int)] = [:]
    /// Bytes of what is ready and not out yet.
    var waiting = 0
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let turn = NSCondition()
  private let count: Int
  private let window: Int
  private let waitingLimit: Int

  /// - Parameters:
  ///   - window: results that may be begun beyond the oldest that is not out yet.
  ///   - waitingLimit: bytes that finished results may hold while they wait for their turn.
  init(count: Int, window: Int, waitingLimit: Int) {
    self.count = count
    self.window = window
    self.waitingLimit = waitingLimit
  }

  /// The next number to work on; nil when there is none, or when the consumer failed.
  func claim() -> Int? {
    turn.lock()
    defer { turn.unlock() }
    while true {
      let answer: Int?? = state.withLock { state in
        if state.failure != nil || state.next >= count { return .some(nil) }
        guard state.next < state.delivered + window, state.waiting < waitingLimit else {
          return nil
        }
        defer { state.next += 1 }
        return .some(state.next)
      }
      if let answer { return answer }
      turn.wait()
    }
  }

  /// Gives a result; whoever completes the sequence hands on all that is ready, in order.
  ///
  /// - Parameter bytes: what the result holds of its document.
  func give(
    _ result: Result, bytes: Int, for number: Int, to consume: (Int, Result) throws -> Void
  ) {
    state.withLock { state in
      state.ready[number] = (result, bytes)
      state.waiting += bytes
      while state.failure == nil,
        let (result, bytes) = state.ready.removeValue(forKey: state.delivered)
      {
        state.waiting -= bytes
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
