import Foundation
import Testing

/// The facilitator's script on paper, with the texts of this session.
struct CommandScriptTests {
  @Test func `it has the built-in texts, or those of this session`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let built = try sandbox.run(["script", "proef"])
    #expect(built.code == 0)
    #expect(built.output.contains("Hoe noem je iemand die dit doet?"))
    // A person may write it into the file by hand.
    let path = "sessions/proef/session.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    let place = try #require(text.range(of: "\"activity\": \"strengths\","))
    try sandbox.write(
      text.replacingCharacters(
        in: place,
        with: "\"activity\": \"strengths\", \"prompts\": [\"Wie <ben> jij?\"],"
          + " \"researchGoal\": \"Eerst\\ndan\","), to: path)
    let own = try sandbox.run(["script", "proef"])
    #expect(own.code == 0, "\(own.errors)")
    #expect(own.output.contains("<li><bdi>Wie &lt;ben&gt; jij?</bdi></li>"))
    #expect(own.output.contains("<p><bdi>Eerst</bdi></p>\n<p><bdi>dan</bdi></p>"))
    #expect(!own.output.contains("Hoe noem je iemand die dit doet?"))
    #expect(own.output.contains("De volgorde is de kern"))
  }
}
