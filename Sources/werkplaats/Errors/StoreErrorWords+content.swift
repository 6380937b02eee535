import SessionStore
import WorkshopContent
import WorkshopCore

extension StoreErrorWords {
  /// The words of a language's content.
  init(_ content: Content) { self.init { content.word($0, $1) } }

  /// What commands say: English, whatever the language of the workshop.
  ///
  /// Broken content shows its keys, which still says more than nothing.
  static let commands =
    (try? Content.load(.english)).map { StoreErrorWords($0) } ?? StoreErrorWords { key, _ in key }
}

extension StoreError {
  /// The error as a command prints it: `file:line:column: what; remedy`.
  var message: String { StoreErrorWords.commands.message(self) }
}
