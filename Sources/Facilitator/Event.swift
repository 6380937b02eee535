public import TextScreen
import WorkshopContent
public import WorkshopCore

/// Everything that can happen to the front end; it comes in one at a time.
public enum Event: Sendable {
  /// Something came in through the terminal.
  case input(InputEvent)
  /// A key came again so soon after itself that somebody may be holding it down.
  case held(Key)
  /// Keys came in so fast after one another that nobody pressed them.
  case rush([InputEvent])
  /// Time passed.
  case tick
  /// The workshops that can be opened.
  case sessions([SessionSummary])
  /// A workshop was opened.
  case opened(OpenedSession)
  /// A workshop could not be opened or made; the words say why.
  case refused(String)
  /// The files have something to say.
  case store(StoreNews)
  /// What became of making or writing the report.
  case report(ReportNews)
  /// A photograph is in the session now, under this name in its folder, and those that came with it under others.
  case attached(Attachment, named: String, besides: [String] = [])
  /// A photograph could not be copied.
  case notAttached(AttachmentRefusal)
  /// A list was read.
  case listed(ListText)
  /// A list could not be read; the words say why.
  case notListed(String)
  /// What other screens on this machine, which are gone, remembered is this screen's now.
  case adopted([ScreenMemory])
  /// The clock of the rehearsal is put to the time of an item; it can start.
  case clockWasPut(RehearsedStart)
}

/// What the files have to say.
public enum StoreNews: Sendable {
  /// Documents as they are on disk now, because others wrote in them.
  case documents([Document])
  /// These revisions are on disk now.
  case kept([RevisionID])
  /// The content of these records is in no file any more.
  case erased([RecordID])
  /// These revisions are not on disk yet, for this reason, and it is being tried again; the words name
  /// the file and say what to do.
  case failing([RevisionID], SaveProblem, words: String)
  /// A copy that a synchroniser had put beside a document is in it now: how many notes it added, and
  /// whether it said anything new at all.
  case tookIn(DocumentName, notes: Int, isNews: Bool)
  /// A copy that a synchroniser left, by its file's name, cannot be taken in and stays where it is.
  case leftAlone(String, CopyProblem)
  /// These files and folders beside the workshop's own may still hold what was erased, by their names.
  case beside([String])
  /// A file can't be read.
  case damaged(FileProblem)
  /// A file that can't be read made way for a new one.
  case setAside(FileProblem)
  /// This machine does not remember something, or what it remembered makes no sense.
  case notRemembered(FileProblem)
  /// What became of the second copy of the workshop.
  case mirror(MirrorNews)
  /// A file of this workshop is not taken in by itself.
  case kin(FileProblem)
  /// Commands on this machine did something that can be undone, as a memory of its own.
  case commands(ScreenMemory)
  /// A file of this name can be read again, or nothing is to be said of it any more.
  case repaired(file: String)
}

/// Why a copy that a synchroniser left is not taken in.
public enum CopyProblem: Sendable, Hashable {
  /// It is damaged.
  case damaged
  /// It comes from another workshop.
  case foreign
  /// A newer version of the program wrote it.
  case newer
  /// It says something else where only one of the two can stand.
  case contradicts

  /// What is said of the file.
  func words(_ file: String, _ content: Content) -> String {
    let values = ["file": TextLayout.shorten(file, columns: FileProblem.nameColumns)]
    return switch self {
    case .damaged: content.word("copies.left.damaged", values)
    case .foreign: content.word("copies.left.foreign", values)
    case .newer: content.word("copies.left.newer", values)
    case .contradicts: content.word("copies.left.contradicts", values)
    }
  }
}

/// A workshop in the list of those that can be opened.
public struct SessionSummary: Hashable, Sendable {
  /// The folder's name.
  public let name: String
  /// The title; `nil` if it could not be read.
  public let title: String?
  /// The municipalities by name.
  public let municipalities: [String]
  /// The number of notes.
  public let notes: Int
  /// What is wrong with its files, in words; `nil` if nothing is.
  public let problem: String?
  /// The last day on which it was to be kept, if that has passed.
  public let passed: RetentionDate?

  /// Describes a workshop.
  public init(
    name: String, title: String?, municipalities: [String], notes: Int, problem: String?,
    passed: RetentionDate? = nil
  ) {
    self.name = name
    self.title = title
    self.municipalities = municipalities
    self.notes = notes
    self.problem = problem
    self.passed = passed
  }
}

/// A workshop that was opened, with where the screen stood when it was last left.
public struct OpenedSession: Sendable {
  /// The folder's name.
  public let name: String
  /// What is in its files.
  public let documents: [Document]
  /// Where the screen stood; `nil` the first time.
  public let memory: ScreenMemory?
  /// What is wrong with some of its files.
  public let problems: [FileProblem]
  /// The activity to show first, if one was asked for.
  public let activity: ActivityKind?
  /// The municipality whose team uses this laptop; `nil` for the facilitator's screen.
  public let team: DocumentName?
  /// What an earlier run of the program could not write down; it is on its way again.
  public let pending: [Change]
  /// What other screens on this machine, which are gone, remembered of it.
  public let others: [ScreenMemory]
  /// What commands on this machine did with it since; `nil` for nothing.
  public let commands: ScreenMemory?

  /// Describes an opened workshop.
  public init(
    name: String, documents: [Document], memory: ScreenMemory?, problems: [FileProblem] = [],
    activity: ActivityKind? = nil, team: DocumentName? = nil, pending: [Change] = [],
    others: [ScreenMemory] = [], commands: ScreenMemory? = nil
  ) {
    self.name = name
    self.documents = documents
    self.memory = memory
    self.problems = problems
    self.activity = activity
    self.team = team
    self.pending = pending
    self.others = others
    self.commands = commands
  }
}

/// What the front end wants done outside itself.
public enum Effect: Sendable, Equatable {
  /// Write these changes down.
  case save([Change])
  /// Remember where the screen stands, on this machine only.
  case remember(ScreenMemory)
  /// Take over what other screens on this machine, which are gone, remembered.
  case adopt
  /// What other screens remembered is in what was remembered last, so that theirs can go.
  case tookOver
  /// What commands did is in what was remembered last, so that it needs no file of its own.
  case tookInCommands
  /// List the workshops that can be opened.
  case listSessions
  /// Open a workshop.
  case open(String)
  /// Make a workshop in a folder of this name and open it.
  case create(String, NewWorkshop)
  /// Make a report; what is made is posted.
  case makeReport(ReportRequest)
  /// Write a report into files, in every format there is.
  case writeReport(Report)
  /// Copy a photograph into the session.
  case attach(Attachment)
  /// Take in files of the workshop that are not taken in by themselves, by their names.
  case takeIn([String])
  /// Take a photograph out of the session again that no note may tell of any more.
  case discard(String)
  /// Look which files beside the workshop's own may hold what was erased.
  case lookBeside
  /// Read a list from a file, by its path as somebody typed or pasted it.
  case readList(String)
  /// Put the clock of the rehearsal forward to the time of an item that starts.
  case putClock(RehearsedStart)
  /// Paint the whole screen again, over what something else wrote there.
  case repaint
  /// Give the terminal back until the program is continued.
  case suspend
  /// Leave.
  case quit
}
