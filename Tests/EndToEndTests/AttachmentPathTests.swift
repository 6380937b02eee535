import Testing

@testable import werkplaats

/// The path of a photograph as terminals type it for a file that is dropped on them, and as people do.
struct AttachmentPathTests {
  private func path(_ text: String, there: Set<String>) -> String {
    AttachmentPath.path(text, home: "/home/noor") { there.contains($0) }
  }

  @Test(
    arguments: [
      ("/m/vel.png", "/m/vel.png"), (" /m/vel.png\n", "/m/vel.png"),
      ("~/vel.png", "/home/noor/vel.png"),
      // Blanks and apostrophes as typed, and as shells want them quoted.
      ("/m/foto's/vel 1.png", "/m/foto's/vel 1.png"),
      (#"'/m/foto'\''s/vel 1.png' "#, "/m/foto's/vel 1.png"),
      (#"'/m/foto'"'"'s/vel 1.png'"#, "/m/foto's/vel 1.png"),
      (#""/m/foto's/vel 1.png""#, "/m/foto's/vel 1.png"),
      (#"/m/foto\'s/vel\ 1.png"#, "/m/foto's/vel 1.png"),
      (#"$'/m/foto\'s/vel 1.png'"#, "/m/foto's/vel 1.png"),
      (#""/m/\"oud\"/vel.png""#, #"/m/"oud"/vel.png"#), (#""/m/a\b.png""#, #"/m/a\b.png"#),
      (#"/m/vel\ \(1\)\&\[2\].png"#, "/m/vel (1)&[2].png"),
      (#"~/foto\'s.png"#, "/home/noor/foto's.png"),
      // Addresses.
      ("file:///m/foto's/vel%201.png", "/m/foto's/vel 1.png"), ("file:/m/vel.png", "/m/vel.png"),
      ("file://laptop/m/caf%C3%A9.png", "/m/café.png"), ("FILE:///m/100%.png", "/m/100%.png"),
      ("'file:///m/vel%201.png'", "/m/vel 1.png"),
      // Several at once: the first.
      ("'/m/een.png' '/m/twee.png'", "/m/een.png"),
      ("file:///m/een.png file:///m/twee.png", "/m/een.png"),
      (#"/m/een\ a.png /m/twee.png"#, "/m/een a.png"),
      // What has quotation marks and backslashes in its name.
      (#"/m/a\ b.png"#, "/m/a b.png"), ("'vel'.png", "'vel'.png"),
      (#"/m/rug\.png"#, #"/m/rug\.png"#),
    ])
  func `the file that is there is meant`(_ text: String, _ expected: String) {
    #expect(path(text, there: [expected]) == expected)
  }

  @Test(arguments: [
    ("'/m/een.png' '/m/twee.png'", ["/m/een.png", "/m/twee.png"]),
    ("/m/een.png /m/twee.png ~/drie.png", ["/m/een.png", "/m/twee.png", "/home/noor/drie.png"]),
    ("file:///m/a%20b.png file:///m/c.png", ["/m/a b.png", "/m/c.png"]),
    (#"/m/een\ a.png "/m/foto's 2.png""#, ["/m/een a.png", "/m/foto's 2.png"]),
    // One, whatever it looks like.
    ("/m/een.png /m/twee.png", ["/m/een.png /m/twee.png"]), ("/m/vel 1.png", ["/m/vel 1.png"]),
    ("'/m/vel 1.png'", ["/m/vel 1.png"]),
  ])
  func `files that are dropped together are all meant`(_ text: String, _ expected: [String]) {
    let paths = AttachmentPath.paths(text, home: "/home/noor") { expected.contains($0) }
    #expect(paths == expected)
  }

  @Test func `an address that writes no percent signs for others is read as it stands`() {
    for name in ["/m/a%20b.png", "/m/é ü.png", "/m/100%25.png"] {
      #expect(path("file://" + name, there: [name]) == name)
      #expect(AttachmentPath.paths("file://" + name, home: nil) { $0 == name } == [name])
    }
  }

  @Test func `a name as it stands comes before what a shell would make of it`() {
    #expect(path(#"/m/a\ b.png"#, there: [#"/m/a\ b.png"#, "/m/a b.png"]) == #"/m/a\ b.png"#)
  }

  @Test(arguments: ["", " ", "'", "\"", "\\", "'/m/open", "file:", "file://", "%", "$'", "~"])
  func `what means no file is no accident`(_ text: String) {
    _ = path(text, there: [])
  }
}
