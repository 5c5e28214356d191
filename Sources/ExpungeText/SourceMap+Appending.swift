extension [SourceMap.Run] {
  /// Appends a run, joined to the last one where both are verbatim and adjoin on both sides.
  package mutating func appendJoining(text: ByteRange, source: ByteRange, verbatim: Bool) {
    if verbatim, let last, last.verbatim, last.text.end == text.start,
      last.source.end == source.start
    {
      self[count - 1] = SourceMap.Run(
        text: last.text.union(text), source: last.source.union(source), verbatim: true)
    } else {
      append(SourceMap.Run(text: text, source: source, verbatim: verbatim))
    }
  }
}
