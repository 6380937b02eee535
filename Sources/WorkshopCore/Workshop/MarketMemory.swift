import Synchronization

/// The markets of a workshop as it is, each laid out once: a screen asks for one several times a key, and
/// thousands of cards may be taken.
///
/// Copies of a workshop share it until one of them changes and takes a new one.
final class MarketMemory: Sendable {
  private struct Key: Hashable {
    let item: RecordID
    let team: DocumentName?
  }

  private let markets = Mutex<[Key: RoleMarket]>([:])

  /// The market of an item, as it was laid out before or as it is laid out now.
  func market(of item: RecordID, team: DocumentName?, _ lay: () -> RoleMarket) -> RoleMarket {
    let key = Key(item: item, team: team)
    if let market = markets.withLock({ $0[key] }) { return market }
    let market = lay()
    markets.withLock { $0[key] = market }
    return market
  }
}

extension Workshop {
  /// The market of an item of the programme; the same as ``RoleMarket/init(_:item:team:)``, which is done once
  /// as long as nothing changes.
  ///
  /// - Parameters:
  ///   - item: The item, as this workshop has it.
  ///   - team: The municipality whose people choose here; `nil` for everybody.
  public func market(of item: ProgrammeItem, team: DocumentName? = nil) -> RoleMarket {
    markets.market(of: item.id, team: team) { RoleMarket(self, item: item, team: team) }
  }
}
