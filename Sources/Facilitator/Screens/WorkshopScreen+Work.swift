import WorkshopCore

// Some things take longer than anybody waits for a key: to search all notes of a large workshop, to wrap a
// text as long as a book. They are done bit by bit, between the keys.

extension WorkshopScreen {
  /// Tells whether something is not finished that takes long.
  var isAtWork: Bool {
    switch overlay {
    case .search(let search): !search.finder.isDone
    case .pager(let pager): !pager.isWhole
    case .people(let preview): !preview.pager.isWhole
    default: false
    }
  }

  /// Goes on with it for as long as a key may take.
  mutating func workOn() {
    // The overlay would keep a second reference, and all that is done already would be copied.
    let current = overlay
    overlay = nil
    switch consume current {
    case .search(var search):
      search.lookOn()
      overlay = .search(search)
    case .pager(var pager):
      pager.wrapOn()
      overlay = .pager(pager)
    case .people(var preview):
      preview.pager.wrapOn()
      overlay = .people(preview)
    case let other: overlay = other
    }
  }
}
