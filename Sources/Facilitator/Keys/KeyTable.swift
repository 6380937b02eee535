public import TextScreen
public import WorkshopCore

/// The one table of keys: what dispatches them, what the last row shows and what `?` explains.
public struct KeyTable: Sendable {
  /// Where a key has its meaning.
  public enum Scope: Hashable, Sendable {
    /// While a workshop is on the screen, in every activity.
    case workshop
    /// In one activity, besides.
    case stage(ActivityKind)
    /// In a list of workshops.
    case picker
    /// While text is read page by page.
    case pager
    /// While it is read what is wrong with files of which some can be taken in.
    case problems
    /// While the report is read.
    case report

    /// The scopes that are in force together with this one.
    var alongside: [Scope] {
      switch self {
      case .stage: [self, .workshop]
      case .problems: [self, .pager]
      default: [self]
      }
    }
  }

  /// One action with its keys.
  public struct Binding: Sendable {
    /// What it does.
    public let action: Action
    /// Where.
    public let scope: Scope
    /// The keys; the first is the one that is shown.
    public let keys: [Key]
    /// The rank in the last row, low first; `nil` stays out of it.
    public let rank: Int?
    /// The word that the last row shows; without one it is made of the key and the action.
    public let label: String?
    /// What the last row shows instead of the first key, where one label stands for several.
    public var shown: String?

    /// The words under which the action is explained.
    public var explanation: String { "action.\(action.id)" }
  }

  /// Two actions that want the same key in the same place.
  public struct Conflict: Error, Equatable {
    /// The key.
    public let key: Key
    /// Those who want it.
    public let actions: [Action]
  }

  /// The bindings in the order of explaining.
  public let bindings: [Binding]
  private let actions: [Scope: [Key: Action]]

  /// Makes a table, or throws the first conflict.
  public init(_ bindings: [Binding]) throws(Conflict) {
    self.bindings = bindings
    var actions: [Scope: [Key: Action]] = [:]
    for scope in Set(bindings.map(\.scope)) {
      for binding in bindings where scope.alongside.contains(binding.scope) {
        for key in binding.keys {
          if let other = actions[scope]?[key] {
            throw Conflict(key: key, actions: [other, binding.action])
          }
          actions[scope, default: [:]][key] = binding.action
        }
      }
    }
    self.actions = actions
  }

  /// What a key asks for in a scope.
  public func action(for key: Key, in scope: Scope) -> Action? {
    for one in scope.alongside {
      if let action = actions[one]?[key] { return action }
    }
    return nil
  }

  /// The bindings in force in a scope, those of the activity first.
  public func bindings(in scope: Scope) -> [Binding] {
    scope.alongside.flatMap { one in bindings.filter { $0.scope == one } }
  }

  /// The bindings that the last row shows in a scope, the most useful first.
  public func shown(in scope: Scope) -> [Binding] {
    bindings(in: scope).filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
  }
}

extension KeyTable {
  /// The keys of Werkplaats.
  ///
  /// An empty table stands in for one with a conflict, so that a mistake shows as dead keys and not
  /// as a crash in front of a room; a test keeps it from happening.
  public static let standard: KeyTable = {
    if let table = try? KeyTable(standardBindings + Stages.bindings) { return table }
    return KeyTable()
  }()

  private init() {
    bindings = []
    actions = [:]
  }

  /// Describes a binding.
  static func bind(
    _ action: Action, _ scope: Scope, _ keys: Key..., rank: Int? = nil, label: String? = nil,
    shown: String? = nil
  ) -> Binding {
    Binding(
      action: action, scope: scope, keys: keys, rank: rank, label: label, shown: shown)
  }

  /// The key of a stage whose items have clocks within their clock.
  static func innerClock(_ scope: Scope) -> Binding {
    bind(.toggleInnerClock, scope, "k", rank: 27, label: "key.k")
  }

  /// The bindings that are in force in every activity, and outside of activities.
  public static let standardBindings: [Binding] = [
    bind(.newNote, .workshop, "n", rank: 10, label: "key.n"),
    bind(.edit, .workshop, "e", rank: 20, label: "key.e"),
    bind(.delete, .workshop, "d", "Delete", rank: 110, label: "key.d"),
    bind(.addAddition, .workshop, "a", rank: 60, label: "key.a"),
    bind(.offRecord, .workshop, "x", rank: 150, label: "key.x"),
    bind(.showDrafts, .workshop, "D"),
    bind(.discardDraft, .workshop, "Backspace"),
    bind(.read, .workshop, "Enter", rank: 140, label: "key.read"),
    bind(.history, .workshop, "h", rank: 158, label: "key.history"),
    bind(.programme, .workshop, "P", rank: 135, label: "key.P"),
    bind(.pin, .workshop, "*", rank: 155, label: "key.pin"),
    bind(.seats, .workshop, "W", rank: 137, label: "key.seats"),
    bind(.unheard, .workshop, "H"),
    bind(.roles, .workshop, "l", rank: 160, label: "key.l"),
    bind(.undo, .workshop, "u", rank: 55, label: "key.u"),
    bind(.redo, .workshop, "C-r"),
    bind(.nextBox, .workshop, "Tab", rank: 30, label: "key.tab"),
    bind(.previousBox, .workshop, "S-Tab"),
    bind(.up, .workshop, "Up", "C-p"),
    bind(.down, .workshop, "Down", "C-n"),
    bind(.left, .workshop, "Left"),
    bind(.right, .workshop, "Right"),
    bind(.pageUp, .workshop, "PageUp"),
    bind(.pageDown, .workshop, "PageDown"),
    bind(.first, .workshop, "Home"),
    bind(.last, .workshop, "End"),
    bind(.previousItem, .workshop, "["),
    bind(.nextItem, .workshop, "]", rank: 40, label: "key.[ ]", shown: "[ ]"),
    bind(.nextPhase, .workshop, "f", rank: 80, label: "key.f"),
    bind(.chooseGroup, .workshop, "g", rank: 65, label: "key.g"),
    bind(.toggleClock, .workshop, "t", rank: 45, label: "key.t"),
    bind(.addMinute, .workshop, "+", "="),
    bind(.search, .workshop, "/", rank: 120, label: "key./"),
    bind(.report, .workshop, "r", rank: 50, label: "key.r"),
    bind(.script, .workshop, "s", rank: 130, label: "key.s"),
    bind(.blank, .workshop, "b", rank: 100, label: "key.b"),
    bind(.problems, .workshop, "!"),
    bind(.help, .workshop, "?", "F1", rank: 0, label: "key.?"),
    bind(.redraw, .workshop, "C-l"),
    bind(.suspend, .workshop, "C-z"),
    bind(.quit, .workshop, "q", "C-c", rank: 170, label: "key.q"),

    bind(.choose, .picker, "Enter", rank: 10, label: "key.open"),
    bind(.newSession, .picker, "n", rank: 20, label: "key.new-workshop"),
    bind(.up, .picker, "Up", "C-p"),
    bind(.down, .picker, "Down", "C-n"),
    bind(.pageUp, .picker, "PageUp"),
    bind(.pageDown, .picker, "PageDown"),
    bind(.first, .picker, "Home"),
    bind(.last, .picker, "End"),
    bind(.help, .picker, "?", "F1", rank: 0, label: "key.?"),
    bind(.redraw, .picker, "C-l"),
    bind(.suspend, .picker, "C-z"),
    bind(.quit, .picker, "q", "C-c", rank: 30, label: "key.q"),

    bind(.up, .pager, "Up", "C-p"),
    bind(.down, .pager, "Down", "C-n"),
    bind(.pageUp, .pager, "PageUp"),
    bind(.pageDown, .pager, "PageDown", "Space", rank: 20, label: "key.page"),
    bind(.first, .pager, "Home"),
    bind(.last, .pager, "End"),
    bind(.back, .pager, "Esc", "q", "Enter", rank: 10, label: "key.back"),
    bind(.blank, .pager, "b"),
    bind(.redraw, .pager, "C-l"),
    bind(.suspend, .pager, "C-z"),
    bind(.quit, .pager, "C-c"),

    bind(.takeIn, .problems, "t", rank: 5, label: "key.take-in"),

    bind(.up, .report, "Up", "C-p"),
    bind(.down, .report, "Down", "C-n"),
    bind(.pageUp, .report, "PageUp"),
    bind(.pageDown, .report, "PageDown", "Space", rank: 20, label: "key.page"),
    bind(.first, .report, "Home"),
    bind(.last, .report, "End"),
    bind(.nextChapter, .report, "Tab", "]", rank: 15, label: "key.chapter"),
    bind(.previousChapter, .report, "S-Tab", "["),
    bind(.writeReport, .report, "w", rank: 12, label: "key.write"),
    bind(.back, .report, "Esc", "q", "Enter", "r", rank: 10, label: "key.back"),
    bind(.blank, .report, "b"),
    bind(.redraw, .report, "C-l"),
    bind(.suspend, .report, "C-z"),
    bind(.quit, .report, "C-c"),
  ]
}
