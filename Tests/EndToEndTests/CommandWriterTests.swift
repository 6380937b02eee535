import Foundation
import Testing

/// Several writers, slow pipes, and a program that is killed.
struct CommandWriterTests {
  private let add = [
    "note", "add", "proef", "--municipality", "Utrecht", "--activity", "strengths",
  ]

  @Test func `three writers at once lose nothing`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let numbers = [0..<400, 400..<600, 600..<800]
    let writers = try numbers.map { _ in try sandbox.start(add + ["-"]) }
    for (writer, range) in zip(writers, numbers) {
      let lines = range.map { "notitie \($0)\n" }
      // In pieces, so that each writer saves more than once between the others.
      for start in stride(from: 0, to: lines.count, by: 50) {
        try writer.input.fileHandleForWriting.write(
          contentsOf: Data(lines[start..<min(start + 50, lines.count)].joined().utf8))
      }
    }
    for writer in writers { try writer.input.fileHandleForWriting.close() }
    var ids: [String] = []
    for writer in writers {
      let output = try writer.output.fileHandleForReading.readToEnd() ?? Data()
      ids += String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
      writer.process.waitUntilExit()
      #expect(writer.process.terminationStatus == 0)
    }
    let notes = try sandbox.notes()
    #expect(notes.count == 800)
    #expect(Set(notes.compactMap { $0["text"] as? String }).count == 800)
    #expect(Set(ids) == Set(notes.compactMap { $0["id"] as? String }))
    #expect(try sandbox.run(["check", "proef"]).code == 0)
  }

  @Test func `a line that comes alone is kept before the next, and survives a kill`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let writer = try sandbox.start(add + ["-"])
    for number in 1...3 {
      try writer.input.fileHandleForWriting.write(contentsOf: Data("notitie \(number)\n".utf8))
      var line = Data()
      while line.last != 0x0A {
        let more = writer.output.fileHandleForReading.availableData
        try #require(!more.isEmpty)
        line += more
      }
      let id = String(decoding: line.dropLast(), as: UTF8.self)
      let notes = try sandbox.notes()
      #expect(notes.last?["id"] as? String == id)
      #expect(notes.count == number)
    }
    kill(writer.process.processIdentifier, SIGKILL)
    writer.process.waitUntilExit()
    #expect(try sandbox.notes().count == 3)
    #expect(try sandbox.run(["check", "proef"]).code == 0)
    #expect(try sandbox.add("daarna").code == 0)
  }
}
