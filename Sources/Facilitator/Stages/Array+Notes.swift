import WorkshopCore

extension [Note] {
  /// These notes and others behind them; where there are no others nothing is copied.
  func followed(by others: [Note]) -> [Note] {
    others.isEmpty ? self : isEmpty ? others : self + others
  }
}
