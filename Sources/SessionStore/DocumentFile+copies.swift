public import WorkshopCore

/// A copy that a synchroniser had put beside a document, and that is in the document now.
public struct TakenCopy: Hashable, Sendable {
  /// The document.
  public let document: DocumentName
  /// The name that the copy had.
  public let fileName: String
  /// What it added.
  public var gain: Gain
}

/// A copy as it was read, on its way into a document.
struct CopyOnItsWay {
  let fileName: String
  let bytes: [UInt8]
  let document: Document
  let gain: Gain
  /// Whether it has words of somebody who withdrew.
  let hasLateWords: Bool
}

// A copy is read, merged, and put away when the document is on the disk. It is renamed first, to a name
// that the next save looks for, and looked at once more: what a synchroniser wrote meanwhile is not
// taken away unread.
extension DocumentFile {
  /// Merges copies into a document; those that cannot be read or are of another session stay.
  ///
  /// What they have of people who withdrew is blanked at once, so that it counts as nothing new.
  func take(
    copiesFor save: DocumentSave, into merged: inout Document, over base: DocumentCopy?
  ) -> [CopyOnItsWay] {
    var taken: [CopyOnItsWay] = []
    for copy in save.copies {
      // Half of a file may still be on its way; it is tried again at the next save.
      guard let found = try? look(at: "\(folder)/\(copy.fileName)") else { continue }
      let theirs = found.document
      let objection = objection(
        to: theirs, in: copy, of: merged, session: save.session, isThere: base != nil,
        documents: save.documents)
      guard objection == nil else { continue }
      let before = merged
      merged.merge(save.admitted(theirs, into: merged))
      merged.blankLateWords(of: save.withdrawn)
      taken.append(
        CopyOnItsWay(
          fileName: copy.fileName, bytes: found.bytes, document: theirs,
          gain: Gain(from: before, to: merged),
          hasLateWords: !Erasure.late(in: theirs, of: save.withdrawn).isEmpty))
    }
    return taken
  }

  /// Says why a copy is not taken in by itself; `nil` if it may be.
  ///
  /// - Parameters:
  ///   - theirs: What the copy says.
  ///   - copy: The copy.
  ///   - own: The document with what is known of it.
  ///   - session: The session's programme and people.
  ///   - isThere: Whether the document has a file.
  ///   - documents: The session's documents, where nothing else tells; `nil` if they cannot be read.
  func objection(
    to theirs: Document, in copy: ConflictCopy, of own: Document, session: Document?, isThere: Bool,
    documents: () -> [DocumentName: Document]?
  ) -> StoreError.Fact? {
    if theirs.isFromNewerVersion { return .newerFormat(theirs.formatVersion) }
    let isKin =
      copy.evidence == .conflict
      ? isKin(theirs, of: own, in: session, isThere: isThere) : own.isKin(of: theirs, in: session)
    guard isKin else { return .otherSession }
    let home = Home(of: theirs, in: copy, of: own, session: session, documents: documents)
    return home.allows(copy) ? nil : home.fact
  }

  /// Tells whether a copy belongs to a document, as far as its content tells.
  ///
  /// - Parameters:
  ///   - copy: The copy.
  ///   - document: The document with what is known of it.
  ///   - session: The session's programme and people.
  ///   - isThere: Whether the document has a file.
  private func isKin(_ copy: Document, of document: Document, in session: Document?, isThere: Bool)
    -> Bool
  {
    // One in which nothing stands is no loss where something stands already.
    if copy.collections.values.allSatisfy(\.isEmpty) { return isThere && copy.unknown.isEmpty }
    return document.isKin(of: copy, in: session)
  }

  /// Gives copies that a document holds names of our own, under which they may be removed.
  ///
  /// - Returns: What was taken, and the path under which it now is.
  func putAway(_ copies: [CopyOnItsWay], heldBy document: Document, erases: Bool)
    throws(StoreError) -> [(taken: TakenCopy, path: String)]
  {
    var away: [(taken: TakenCopy, path: String)] = []
    for copy in copies where document.holds(copy.document) {
      let path = "\(folder)/\(Leftover.names(for: name).whole)"
      do throws(SystemFailure) {
        try fileSystem.rename("\(folder)/\(copy.fileName)", path)
      } catch {
        // It does no harm where it is, unless it holds the words of somebody who withdrew.
        guard erases, !error.isMissing else { continue }
        throw StoreError(file: self.path, fact: .cannotWrite(error))
      }
      // Another content under this name is a leftover, and the next save takes it in.
      guard let content = try? content(of: path), content.bytes == copy.bytes else { continue }
      let taken = TakenCopy(document: name, fileName: copy.fileName, gain: copy.gain)
      away.append((taken, path))
    }
    return away
  }
}
