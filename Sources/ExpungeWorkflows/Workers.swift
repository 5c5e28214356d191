import Foundation

/// How many workers a run has when nobody says.
package enum Workers {
  package static var standard: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
