import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// Documents as files: the same content has the same bytes, and nothing anybody wrote gets lost.
struct RecordsCodingTests {
  @Test func theSameContentHasTheSameBytes() throws {
    for seed in 0..<500 as Range<UInt64> {
      let history = RandomHistory(seed: seed)
      for document in history.replicas {
        let bytes = DocumentCoding.bytes(of: document)
        let again = try read(bytes)
        #expect(again == document, "seed \(seed)")
        #expect(DocumentCoding.bytes(of: again) == bytes, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    "{}", #"{"formatVersion":1}"#, #"{"notes":[]}"#, #"{"notes":[],"x":{"y":[1.50]}}"#,
  ])
  func filesWithNextToNothingOpen(text: String) throws {
    let document = try read(text)
    #expect(document.records(SessionCollection.notes) == [])
    #expect(document.formatVersion == 1)
  }

  @Test func whatAFileHasBesidesIsKept() throws {
    let text = """
      {
        "color": "red",
        "formatVersion": 1,
        "notes": [
          {
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "words",
            "mood": 1.50,
            "revisions": [
              {
                "id": "00000000-0000-4000-8000-000000000002",
                "stamp": "1700000000000.0.00000000000000ff",
                "set": {"mood": 1.50, "text": "words"},
                "device": {"name": "phone"}
              }
            ]
          }
        ]
      }
      """
    let document = try read(text)
    let written = String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
    #expect(document.unknown == ["color": .string("red")])
    #expect(document.revisionIDs.count == 1)
    #expect(written.contains(#""device": {"#) && written.contains(#""mood": 1.50"#))
    #expect(written.contains(#""color": "red""#))
    #expect(try read(written) == document)
  }

  @Test func aHistoryCannotTakeTheNamesOfARecord() throws {
    // Found by the fuzzer: written as fields, these made a file that could not be read again.
    let text = """
      {"notes": [{"id": "00000000-0000-4000-8000-000000000001", "text": "words", "revisions": [{
        "id": "00000000-0000-4000-8000-000000000002", "stamp": "1700000000000.0.00000000000000ff",
        "set": {"id": "x", "erased": true, "tags": 1, "revisions": null, "text": "words"}}]}]}
      """
    let document = try read(text)
    #expect(document.texts == ["words"])
    let written = DocumentCoding.bytes(of: document)
    #expect(try read(written) == document)
    #expect(String(decoding: written, as: UTF8.self).contains(#""id": "x""#))
  }

  @Test func anEditByHandWinsOverWhatItSawWhateverTheStamps() throws {
    var writer = SampleWriter()
    let note = writer.note("first")
    var document = Document(name: .amsterdam)
    document.apply(note)
    let end = Stamp(milliseconds: 1 << 53, counter: .max, run: RunID(.max))
    document.apply(
      Change(
        document: .amsterdam, collection: SessionCollection.notes, record: note.record,
        act: .revise(
          Revision(
            id: RevisionID(note.record.uuid), stamp: end, at: nil, gesture: nil,
            set: ["text": "at the end of time", "place": "roots"], tag: ["pinned"]))))
    for (old, new) in [("at the end of time", "by hand"), ("by hand", "by hand again")] {
      let text = String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
      let range = try #require(text.firstRange(of: "\"text\": \"\(old)\""))
      var edited = text
      edited.replaceSubrange(range, with: "\"text\": \"\(new)\"")
      document = try read(edited.replacing("\"tags\": [", with: "\"tags\": [\"\(new)\","))
      #expect(document.texts == [new])
      #expect(document[SessionCollection.notes, note.record]?.tags.contains(new) == true)
    }
  }

  @Test func theCurrentFieldsComeFirst() throws {
    var writer = SampleWriter()
    var document = Document(name: .amsterdam)
    document.apply(writer.note("words"))
    let lines = String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
      .split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines[0...2].elementsEqual(["{", "\"formatVersion\": 1,", "\"notes\": ["]))
    #expect(lines[4].hasPrefix("\"id\""))
    #expect(lines[5] == "\"text\": \"words\",")
    #expect(lines[6] == "\"revisions\": [")
  }

  @Test func anEditByHandIsTheSameRevisionEverywhere() throws {
    var writer = SampleWriter()
    var document = Document(name: .amsterdam)
    let note = writer.note("as it was")
    document.apply(note)
    let edited = text(of: document).replacing(
      "\"text\": \"as it was\",", with: "\"text\": \"by hand\",")
    let one = try read(edited)
    let other = try read(edited)
    #expect(one == other)
    #expect(one.texts == ["by hand"])
    #expect(one.revisionIDs.count == 2)
    // Reformatting the file is no edit, and what was taken in is not taken in twice.
    #expect(try read(edited.replacing("\n", with: "\r\n")) == one)
    #expect(try read(DocumentCoding.bytes(of: one)) == one)
  }

  @Test func editingForthAndBackAndForthCounts() throws {
    var writer = SampleWriter()
    var document = Document(name: .amsterdam)
    let note = writer.note("A")
    document.apply(note)
    document = try read(edit(document, from: "A", to: "B"))
    writer.observe(document)
    document.apply(writer.revise(note.record, set: ["text": .string("C")]))
    #expect(document.texts == ["C"])
    document = try read(edit(document, from: "C", to: "B"))
    #expect(document.texts == ["B"])
    #expect(document.revisionIDs.count == 4)
    document = try read(edit(document, from: "B", to: "A"))
    #expect(document.texts == ["A"])
    #expect(document.revisionIDs.count == 5)
  }

  @Test func aFieldThatIsMissingWasNotEditedAndNullEmptiesIt() throws {
    var writer = SampleWriter()
    var document = Document(name: .amsterdam)
    document.apply(writer.note("words"))
    let current = text(of: document)
    let without = current.replacing(
      "\"text\": \"words\",\n      \"revisions\"", with: "\"revisions\"")
    #expect(without != current)
    #expect(try read(without) == document)
    let emptied = current.replacing(
      "\"text\": \"words\",\n      \"revisions\"", with: "\"text\": null, \"revisions\"")
    let document2 = try read(emptied)
    #expect(document2.texts == [])
    #expect(document2.revisionIDs.count == 2)
  }

  @Test func tagsCanBeEditedByHand() throws {
    var writer = SampleWriter()
    var document = Document(name: .amsterdam)
    let note = writer.note("words")
    document.apply(note)
    document.apply(writer.revise(note.record, tag: ["one", "two"]))
    let edited = text(of: document).replacing(
      "\"one\",\n        \"two\"", with: "\"two\", \"three\"")
    let record = try #require(try read(edited)[SessionCollection.notes, note.record])
    #expect(record.tags == ["three", "two"])
    #expect(record.revisions.last?.untag == ["one"])
  }

  @Test func aNoteTypedByHandNeedsNoIdAndNoRevisions() throws {
    let text = #"{"notes":[{"text":"typed"},{"text":"typed"},{"text":"other","tags":["x"]}]}"#
    let document = try read(text)
    #expect(document.texts.sorted() == ["other", "typed", "typed"])
    #expect(try read(text) == document)
    let again = try read(DocumentCoding.bytes(of: document))
    #expect(again == document)
  }

  @Test func oneIdTwiceInAFileIsMerged() throws {
    let id = "00000000-0000-4000-8000-000000000001"
    let document = try read(#"{"notes":[{"id":"\#(id)","a":1},{"id":"\#(id)","b":2}]}"#)
    let record = try #require(document.records(SessionCollection.notes).first)
    #expect(document.records(SessionCollection.notes).count == 1)
    #expect(record.fields == ["a": .number("1"), "b": .number("2")])
  }

  @Test func anErasedRecordKeepsItsIdsOnly() throws {
    let document = try read(
      """
      {"notes":[{"id":"00000000-0000-4000-8000-000000000001","erased":true,"text":"left behind",
      "revisions":[{"id":"00000000-0000-4000-8000-000000000002","set":{"text":"left behind"}}]}]}
      """)
    #expect(!text(of: document).contains("left behind"))
    #expect(document.revisionIDs.count == 1)
  }

  @Test(arguments: [
    ("[]", 1, 1), (#"{"formatVersion":0}"#, 1, 18), (#"{"formatVersion":"1"}"#, 1, 18),
    (#"{"notes":{}}"#, 1, 10), ("{\"notes\":[\n  7]}", 2, 3), (#"{"notes":[{"id":"x"}]}"#, 1, 17),
    (#"{"notes":[{"tags":"x"}]}"#, 1, 19), (#"{"notes":[{"revisions":[{}]}]}"#, 1, 25),
    (#"{"notes":[{"revisions":7}]}"#, 1, 24),
    (
      """
      {"notes":[{"revisions":[{"id":"00000000-0000-4000-8000-000000000002",
      "stamp":"yesterday"}]}]}
      """, 2, 9
    ),
  ])
  func whatIsNoDocumentHasAPlace(text: String, line: Int, column: Int) throws {
    let value = try JSONScanner.value(of: Array(text.utf8))
    do throws(DocumentFault) {
      _ = try DocumentCoding.document(from: value, name: .amsterdam)
      Issue.record("read")
    } catch {
      let place = JSONScanner.place(of: error.path, in: Array(text.utf8))
      #expect(place == TextPlace(line: line, column: column))
    }
  }

  @Test func aFieldTooDeepForItsRevisionIsRefused() throws {
    func nested(_ depth: Int) -> String {
      #"{"notes":[{"x":"# + String(repeating: "[", count: depth)
        + String(repeating: "]", count: depth) + "}]}"
    }
    let document = try read(nested(48))
    #expect(try read(DocumentCoding.bytes(of: document)) == document)
    #expect(throws: DocumentFault.self) { try read(nested(49)) }
  }

  private func read(_ bytes: [UInt8]) throws -> Document {
    try DocumentCoding.document(from: try JSONScanner.value(of: bytes), name: .amsterdam)
  }

  private func read(_ text: String) throws -> Document { try read(Array(text.utf8)) }

  private func text(of document: Document) -> String {
    String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
  }

  /// The file with the current text of its one note changed, and its history left as it is.
  private func edit(_ document: Document, from old: String, to new: String) throws -> String {
    let text = text(of: document)
    let range = try #require(text.firstRange(of: "\"text\": \"\(old)\""))
    return text.replacingCharacters(in: range, with: "\"text\": \"\(new)\"")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
