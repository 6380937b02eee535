import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let nextChapter = Action("next-chapter")
  static let previousChapter = Action("previous-chapter")
  static let writeReport = Action("write-report")
}

/// What became of writing a report into files.
public enum ReportNews: Sendable, Equatable {
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

extension WorkshopScreen {
  /// The edition that belongs on this screen: a team's own on its laptop, else the one for everybody.
  var reportEdition: Report.Edition { team.map(Report.Edition.team) ?? .public }

  private var reportNow: Report { Report(workshops: [workshop], edition: reportEdition) }

  /// Opens the report as the notes are now.
  mutating func openReport() {
    overlay = .report(ReportReader(reportNow, words: content.reportWords))
  }

  /// Lets an open report follow the notes.
  mutating func refreshReport() {
    guard case .report(var reader) = overlay else { return }
    reader.replace(with: reportNow, words: content.reportWords)
    overlay = .report(reader)
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
      say(content.word("report.writing"))
      return [.writeReport(reader.report)]
    case .back: overlay = nil
    case .blank: isBlank = true
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  /// Says what became of writing the report.
  mutating func take(_ news: ReportNews) {
    let words: String
    switch news {
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
      return
    }
    reader.notice = words
    overlay = .report(reader)
  }
}

extension Content {
  /// The words of a report.
  var reportWords: ReportWords { ReportWords({ word($0, $1) }, names: name) }
}
