import WorkshopCore

@testable import SessionStore

/// What must hold when two copies of a file meet, and somebody withdrew.
///
/// The fuzzer in `Tests/Fuzzing` checks it on pairs of files that it makes up. That merging ends at all,
/// without a trap, is the first law.
enum MergingLaws {
  /// What stands between the two files of a pair: a byte that UTF-8 does not have.
  static let split: UInt8 = 0xFF
  /// The participant who withdrew.
  static let person = RecordID("00000000-0000-4000-8000-0000000000aa")
  /// What only the participant says.
  static let marker = "ZWALUW"

  /// Returns what is wrong with merging two files; `nil` if nothing is, or one of them cannot be read.
  static func fault(of one: [UInt8], and other: [UInt8]) -> String? {
    guard let person, let one = document(one), let other = document(other) else { return nil }
    let people: Set = [person]
    let merged = meeting(one, other, without: people)
    let bytes = DocumentCoding.bytes(of: merged)
    guard meeting(other, one, without: people) == merged else { return "it matters who meets whom" }
    if DocumentCoding.bytes(of: meeting(other, one, without: people)) != bytes {
      return "copies that met have other bytes"
    }
    for copy in [one, other, merged] where meeting(merged, copy, without: people) != merged {
      return "merging again changes something"
    }
    if !one.revisionIDs.union(other.revisionIDs).isSubset(of: merged.revisionIDs) {
      return "a revision is gone"
    }
    if !Erasure.late(in: merged, of: people).isEmpty { return "something is owed still" }
    guard let again = document(bytes) else { return "what is written cannot be read" }
    if again != merged { return "what is written reads otherwise" }
    if let law = orders(merged) { return law }
    return leak(bytes, merged, [one, other])
  }

  /// Two copies that meet and write nothing of who withdrew.
  private static func meeting(_ one: Document, _ other: Document, without people: Set<RecordID>)
    -> Document
  {
    var merged = one
    merged.merge(other)
    merged.blankLateWords(of: people)
    return merged
  }

  private static func document(_ bytes: [UInt8]) -> Document? {
    guard let value = try? JSONScanner.value(of: bytes) else { return nil }
    return try? DocumentCoding.document(from: value, name: .plenary)
  }

  /// Whether revisions say the same together in whatever order they come.
  private static func orders(_ document: Document) -> String? {
    for record in document.records(SessionCollection.notes) where record.erased == nil {
      var backwards = Record(id: record.id, revisions: [])
      for revision in record.revisions.reversed() { backwards.insert(revision) }
      if backwards != record { return "the order of coming in matters" }
      let shown = record.wordings(of: Note.Field.text).last?.set[Note.Field.text]
      if let shown, shown != .null, record.fields[Note.Field.text] != shown {
        return "another wording shows than is told"
      }
    }
    return nil
  }

  /// Whether words stay that stood in records only which are blank now.
  private static func leak(_ bytes: [UInt8], _ merged: Document, _ copies: [Document]) -> String? {
    let blank = merged.records(SessionCollection.notes).filter { $0.erased != nil }
    // Names of photographs stay, so that every copy can delete them.
    guard !blank.contains(where: { $0.erasedAttachments.contains { $0.text.contains(marker) } })
    else { return nil }
    let gone = Set(blank.map(\.id))
    for copy in copies {
      var rest = Document(name: copy.name, unknown: copy.unknown)
      for record in copy.records(SessionCollection.notes) where !gone.contains(record.id) {
        rest.insert(record, into: SessionCollection.notes)
      }
      if says(DocumentCoding.bytes(of: rest)) { return nil }
    }
    return says(bytes) ? "words of who withdrew are left" : nil
  }

  private static func says(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(marker)
  }
}
