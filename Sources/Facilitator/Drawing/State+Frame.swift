public import TextScreen
import WorkshopContent

extension State {
  /// The screen as it is to be seen now; the same state always gives the same frame.
  public func frame() -> Frame {
    var frame = Frame(size: size)
    guard let content, size.columns >= 20, size.rows >= 6 else {
      frame.put("\(size.columns)×\(size.rows) < 20×6", at: Point(column: 0, row: 0))
      return frame
    }
    switch screen {
    case .opening:
      frame.putCentred("…", in: frame.bounds.removingTop(size.rows / 2).top(1))
    case .refused(let words):
      for (row, line) in TextLayout.wrap(words, columns: size.columns - 2).enumerated() {
        frame.put(line, at: Point(column: 1, row: 1 + row), style: Style(.warning))
      }
    case .picker(let picker): picker.draw(on: &frame, content: content)
    case .form(let form): form.draw(on: &frame, content: content)
    case .workshop(let workshop):
      WorkshopDrawing(StageView(workshop, WorkshopContext(now: now, size: size))).draw(on: &frame)
    }
    return frame
  }
}
