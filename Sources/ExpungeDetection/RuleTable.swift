/// The flat table that carries packs, guards, foldings, classes and profiles inside the binary.
///
/// Written by `expunge-compile-patterns` at build time, read at start-up without any parser.
package struct RuleTable: Sendable {
}
