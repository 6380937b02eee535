public import WorkshopCore

/// What was read of a session: its documents, and what is wrong with the files that could not be
/// read.
public struct LoadedSession: Sendable {
  /// The documents that could be read.
  public let documents: [DocumentName: Document]
  /// What is wrong with the others.
  public let findings: [StoreError]
  /// The files as they were read, for who is about to write.
  let copies: [DocumentName: DocumentCopy]

  /// Makes a loaded session.
  public init(documents: [DocumentName: Document], findings: [StoreError]) {
    self.init(documents: documents, findings: findings, copies: [:])
  }

  init(
    documents: [DocumentName: Document], findings: [StoreError],
    copies: [DocumentName: DocumentCopy]
  ) {
    self.documents = documents
    self.findings = findings
    self.copies = copies
  }
}
