import ArgumentParser
import Foundation
import WorkshopCore

/// What the argument parser has to say, as this program says everything else.
///
/// The parser prints texts as they were typed, and does not look whether they came out.
struct ParserWords {
  /// The text, with nothing in it that a terminal obeys; empty where there is none.
  let text: String
  /// The exit code.
  let code: Int32
  /// Tells whether somebody asked for it: help, the version, a completion script.
  var isWanted: Bool { code == ExitCode.success.rawValue }

  /// The words for an error of the parser, or for what was asked of it.
  ///
  /// - Parameters:
  ///   - error: The error.
  ///   - arguments: What was typed, of which parts may stand in the text.
  init(_ error: any Error, arguments: [String]) {
    code = Werkplaats.exitCode(for: error).rawValue
    text = ParserWords.safe(Werkplaats.fullMessage(for: error), quoting: arguments)
  }

  /// A text of several lines in which what was typed keeps to its line.
  static func safe(_ text: String, quoting arguments: [String]) -> String {
    var text = text
    // What stands behind an `=` is quoted alone. The longest first: a part may stand in another.
    let typed = arguments.flatMap { argument -> [String] in
      guard let equals = argument.utf8.firstIndex(of: 0x3D) else { return [argument] }
      return [argument, String(argument[argument.utf8.index(after: equals)...])]
    }
    for one in typed.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let visible = VisibleText.line(one)
      if !visible.hasSameBytes(as: one) { text = text.replacing(one, with: visible) }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.line(String($0)) }.joined(separator: "\n")
  }
}
