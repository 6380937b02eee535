import ReportText
import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// The screen prints every word of the report's outline, as Markdown does.
struct ReportOnScreenTests {
  private func letters(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      result.append(scalar)
    }
    return String(result)
  }

  @Test(
    arguments: [Report.Edition.public, .team(WholeWorkshop.beekdorp)], [80, 120])
  func `each line and each mark of the outline is on the screen`(
    edition: Report.Edition, columns: Int
  ) throws {
    let report = Report(workshops: [WholeWorkshop().workshop], edition: edition)
    let outline = ReportOutline(report, words: try Content.load(.dutch).reportWords)
    let layout = ReportLayout(columns: columns)
    for block in outline.blocks {
      var wrapped = layout.block(block, after: nil)
      wrapped.wrap(to: .max)
      let shown = letters(wrapped.lines.flatMap(\.spans).map(\.text).joined()).lowercased()
      for line in lines(block) {
        for piece in line {
          switch piece {
          case .links(let links):
            for link in links { #expect(shown.contains(letters(link.mark)), "\(block.id)") }
          case .anchor(let link): #expect(shown.contains(letters(link.mark)), "\(block.id)")
          default:
            // A cell of a table may be wrapped beside another.
            let words = piece.text.lowercased().split(whereSeparator: \.isWhitespace)
              .map { letters(String($0)) }.filter { !$0.isEmpty }
            for word in words {
              #expect(shown.contains(word), "\(block.id): \(word)")
            }
          }
        }
      }
    }
  }

  private func lines(_ block: ReportOutline.Block) -> [[ReportOutline.Piece]] {
    guard case .table(let heads, let rows) = block.form else { return [block.line] }
    return heads.map { [.plain($0)] } + rows.flatMap(\.self)
  }
}
