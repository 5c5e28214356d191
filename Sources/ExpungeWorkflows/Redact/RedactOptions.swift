package import ExpungeRedaction

/// What a command line says about redacted copies.
package struct RedactOptions: Sendable {
  package var style = RedactionStyle.label
  package var scope = RedactionScope.blocking
  /// The folder that gets the copies; made when it is missing.
  package var output: String

  package init(output: String) { self.output = output }
}
