import WorkshopCore

@testable import SessionStore

/// What must hold of any bytes that stand in a session's file, damaged or not.
///
/// The fuzzer in `Tests/Fuzzing` checks them on bytes it makes up, and a test on those it once found
/// worth keeping. That reading ends at all, without a trap, is the first of them.
enum DecodingLaws {
  /// The number of notes in the bytes of a file; `nil` if it cannot be read.
  static func notes(in bytes: [UInt8]) -> Int? {
    guard let value = try? JSONScanner.value(of: bytes),
      let document = try? DocumentCoding.document(from: value, name: .plenary)
    else { return nil }
    return document.records(SessionCollection.notes).count
  }

  /// Returns the law that the bytes break; `nil` if all hold.
  static func broken(by bytes: [UInt8]) -> String? {
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONScanner.value(of: bytes)
    } catch {
      if PlainNoteReader.notes(in: bytes, of: .plenary) != nil { return "plain, but no JSON" }
      return isInside(error.place, bytes) ? nil : "a fault of JSON stands outside the file"
    }
    let compact = JSONWriter.compact(value)
    guard let again = try? JSONScanner.value(of: compact) else {
      return "what is written cannot be read"
    }
    if again != value { return "what is written reads otherwise" }
    for name in [DocumentName.session, .plenary] {
      if let law = broken(by: value, as: name, bytes) { return "\(name.text): \(law)" }
    }
    return nil
  }

  private static func broken(by value: JSONValue, as name: DocumentName, _ bytes: [UInt8])
    -> String?
  {
    let reading: DocumentCoding.Reading
    do throws(DocumentFault) {
      reading = try DocumentCoding.reading(of: value, name: name)
    } catch {
      if PlainNoteReader.notes(in: bytes, of: name) != nil { return "plain, but no document" }
      let place = JSONScanner.place(of: error.path, in: bytes)
      return isInside(place, bytes) ? nil : "a fault of content stands outside the file"
    }
    let document = reading.document
    if let plain = PlainNoteReader.notes(in: bytes, of: name), !isAlike(plain, document.notes) {
      return "notes read without their records say something else"
    }
    let written = DocumentCoding.bytes(of: document)
    guard let value = try? JSONScanner.value(of: written),
      let again = try? DocumentCoding.reading(of: value, name: name)
    else { return "a document that was written cannot be read" }
    if again.document != document { return "a document that was written reads otherwise" }
    if again.settled != document { return "a document that was written looks edited by hand" }
    if DocumentCoding.bytes(of: again.document) != written { return "other bytes the second time" }
    if !reading.settled.revisionIDs.isSubset(of: document.revisionIDs) {
      return "an edit by hand takes a revision away"
    }
    var merged = reading.settled
    merged.merge(document)
    if merged != document { return "merging an edit by hand gives another document" }
    var back = document
    back.merge(reading.settled)
    return back == document ? nil : "merging depends on the order"
  }

  /// Tells whether both are the same notes, in whatever order, also by the bytes of their texts.
  private static func isAlike(_ some: [Note], _ others: [Note]) -> Bool {
    let (some, others) = (some.sorted { $0.id < $1.id }, others.sorted { $0.id < $1.id })
    return some == others && some.elementsEqual(others) { $0.text.hasSameBytes(as: $1.text) }
  }

  private static func isInside(_ place: TextPlace, _ bytes: [UInt8]) -> Bool {
    place.line >= 1 && place.column >= 1 && place.line <= bytes.count + 1
      && place.column <= bytes.count + 1
  }
}
