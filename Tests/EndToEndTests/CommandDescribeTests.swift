import Foundation
import Testing

/// What is recorded of a workshop as a whole, and until when it is kept.
struct CommandDescribeTests {
  @Test func `what is given is kept, and an empty text takes it away`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try sandbox.bytes("sessions/proef/session.json")
    let looked = try sandbox.run(["describe", "proef"])
    #expect(looked.code == 0, "\(looked.errors)")
    #expect(looked.lines == ["title: proef", "place: -", "dates: -", "keep until: -"])
    #expect(try sandbox.bytes("sessions/proef/session.json") == before)
    let set = try sandbox.run([
      "describe", "proef", "--title", "Lente\u{1B}", "--place", "Het bos", "--date", "2026-11-23",
      "--date", "2026-11-24", "--keep-until", "2031-12-31",
    ])
    #expect(
      set.lines == [
        "title: Lente␛", "place: Het bos", "dates: 2026-11-23, 2026-11-24",
        "keep until: 2031-12-31",
      ])
    let report = try sandbox.run(["report", "proef"]).output
    #expect(report.contains("Het bos") && !report.contains("2031"))
    let gone = try sandbox.run(["describe", "proef", "--place", "", "--keep-until", ""])
    #expect(gone.lines.contains("place: -") && gone.lines.contains("keep until: -"))
    #expect(try sandbox.run(["check", "proef"]).code == 0)
  }

  @Test func `where nobody is listed, the number of participants in all is told`() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run(["new", "leeg", "--municipality", "Utrecht"]).code == 0)
    let total = try sandbox.run(["describe", "leeg", "--participant-total", "20"])
    #expect(total.lines.last == "participants in all: 20")
    for format in ["md", "html"] {
      let report = try sandbox.run(["report", "leeg", "--format", format]).output
      #expect(report.contains("20 deelnemers"), "\(format)")
    }
    #expect(try sandbox.run(["check", "leeg"]).code == 0)
    let taken = try sandbox.run(["describe", "leeg", "--participant-total", "0"])
    #expect(!taken.output.contains("participants"))
    #expect(try !sandbox.run(["report", "leeg"]).output.contains("20 deelnemers"))
  }

  @Test(arguments: [
    ["describe", "proef", "--keep-until", "ooit"], ["describe", "proef", "--title", " "],
    ["describe", "proef", "--keep-until", "2027-02-30"],
    ["describe", "proef", "--participant-total=-3"],
    ["new", "ander", "--keep-until", "morgen"],
  ])
  func `what makes no sense is refused and changes nothing`(arguments: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let before = try sandbox.bytes("sessions/proef/session.json")
    #expect(try sandbox.run(arguments).code == 64)
    #expect(try sandbox.bytes("sessions/proef/session.json") == before)
    #expect(try sandbox.run(["check", "ander"]).code == 66)
  }

  @Test func `check says when the last day has passed, and that nothing is wrong`() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run(["new", "oud", "--keep-until", "2020-06-30"]).code == 0)
    #expect(try sandbox.run(["new", "nieuw", "--keep-until", "9999-12-31"]).code == 0)
    let old = try sandbox.run(["check", "oud"])
    #expect(old.code == 0 && old.output.hasSuffix("oud: in order\n"))
    #expect(
      old.errors.contains(/oud\/session\.json:[0-9]+:[0-9]+: .*2020-06-30/), "\(old.errors)")
    #expect(try sandbox.run(["check", "nieuw"]).errors.isEmpty)
    let path = "sessions/nieuw/session.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    try sandbox.write(text.replacing("9999-12-31", with: "ooit"), to: path)
    let odd = try sandbox.run(["check", "nieuw"])
    #expect(odd.code == 65 && odd.errors.contains("a day such as 2027-06-30"), "\(odd.errors)")
  }
}
