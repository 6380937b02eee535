import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let nextChapter = Action("next-chapter")
  static let previousChapter = Action("previous-chapter")
  static let writeReport = Action("write-report")
}

/// What became of making a report, or of writing it into files.
public enum ReportNews: Sendable, Equatable {
  /// It is made, of what the screen had when it was asked for.
  case made(ReportPages)
  /// The files are there, by their names in a folder.
  case written(folder: String, files: [String])
  /// They are not, and nothing is left of them.
  case refused(ReportRefusal)
}

/// Why a report could not be written.
public enum ReportRefusal: Sendable, Equatable {
  /// Nobody may write there.
  case readOnly(folder: String)
  /// There is no room on the disk.
  case full(folder: String)
  /// A file of the workshop can't be read, so notes would be missing; the words name it.
  case damaged(String)
  /// Something else, in the words of the system.
  case failed(String)
}

/// Whether a report is being made.
enum ReportMaking: Sendable {
  case idle
  /// One is being made of the notes as they are.
  case underway
  /// One is being made, and the notes have changed since.
  case outdated
}

extension WorkshopScreen {
  /// The edition that belongs on this screen: a team's own on its laptop, else the one for everybody.
  var reportEdition: Report.Edition { team.map(Report.Edition.team) ?? .public }

  /// Opens the report; it is shown once it is made of the notes as they are now.
  mutating func openReport() -> [Effect] {
    overlay = .report(ReportReader())
    return askForReport()
  }

  /// Lets an open report follow the notes.
  mutating func refreshReport() -> [Effect] {
    guard case .report = overlay else { return [] }
    return askForReport()
  }

  /// Asks for a report; however fast notes come in, one is made at a time.
  private mutating func askForReport() -> [Effect] {
    guard reportMaking == .idle else {
      reportMaking = .outdated
      return []
    }
    reportMaking = .underway
    return [.makeReport(ReportRequest(workshop: workshop, edition: reportEdition))]
  }

  /// Shows a report that was made, and asks for the next one if the notes have changed meanwhile.
  private mutating func show(_ pages: ReportPages) -> [Effect] {
    let isLatest = reportMaking != .outdated
    reportMaking = .idle
    guard case .report(var reader) = overlay else { return [] }
    reader.replace(with: pages)
    let isToBeWritten = isLatest && reader.isToBeWritten
    if isToBeWritten { reader.isToBeWritten = false }
    overlay = .report(reader)
    guard isLatest else { return askForReport() }
    return isToBeWritten ? write(pages.report) : []
  }

  private mutating func write(_ report: Report) -> [Effect] {
    say(content.word("report.writing"))
    return [.writeReport(report)]
  }

  /// Handles a key while the report is read.
  mutating func handle(_ event: InputEvent, in reader: ReportReader, _ context: WorkshopContext)
    -> [Effect]
  {
    guard case .key(let key) = event,
      let action = KeyTable.standard.action(for: key, in: .report)
    else { return [] }
    var reader = reader
    reader.notice = nil
    overlay = .report(reader)
    if reader.move(action, in: Chrome(context.size, wide: true).stage.size) {
      overlay = .report(reader)
      return []
    }
    switch action {
    case .writeReport:
      if reportMaking == .idle, let report = reader.report { return write(report) }
      // What is shown lacks what came in; what is written must not.
      reader.isToBeWritten = true
      overlay = .report(reader)
      say(content.word("report.making"))
    case .back: overlay = nil
    case .blank: isBlank = true
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  /// Takes in what became of making or writing the report.
  mutating func take(_ news: ReportNews) -> [Effect] {
    let words: String
    switch news {
    case .made(let pages): return show(pages)
    case .written(let folder, let files):
      words = content.word(
        "report.written", ["folder": folder, "files": files.joined(separator: ", ")])
    case .refused(let refusal):
      let reason =
        switch refusal {
        case .readOnly(let folder): content.word("report.refused.read-only", ["folder": folder])
        case .full(let folder): content.word("report.refused.full", ["folder": folder])
        case .damaged(let reason): content.word("report.refused.damaged", ["reason": reason])
        case .failed(let reason): reason
        }
      words = content.word("report.failed", ["reason": reason])
    }
    message = nil
    guard case .report(var reader) = overlay else {
      if case .refused = news { say(words, as: .warning) } else { say(words, as: .good) }
      return []
    }
    reader.notice = words
    overlay = .report(reader)
    return []
  }
}
