package import ExpungeRedaction
package import ExpungeReporting

/// What a command line says about redacted copies.
package struct RedactOptions: Sendable {
  package var style = RedactionStyle.label
  package var scope = RedactionScope.blocking
  /// The folder that gets the copies; made when it is missing.
  package var output: String
  /// How files without a copy are called.
  package var paths = PathStyle.masked

  package init(output: String) { self.output = output }
}
