/// Who knew what, among the revisions of one record.
///
/// That is what each names, and what those name in turn.
/// It is worked out only for records in which a revision names a later one, as where a clock was wrong;
/// elsewhere the order of the stamps says the same.
struct Ancestry {
  /// The group of each revision.
  ///
  /// Revisions that name each other in a circle, which only a doctored file can hold, are one group;
  /// whatever a group names has a lower number.
  private var groups: [Int] = []
  /// The groups that each group names.
  private var known: [[Int]] = []

  /// Follows what revisions name; names of others than these lead nowhere.
  init(_ revisions: [Revision]) {
    let places = Dictionary(revisions.indices.map { (revisions[$0].id, $0) }) { first, _ in first }
    let named = revisions.map { $0.over.compactMap { places[$0] } }
    group(named)
    known = Array(repeating: [], count: (groups.max() ?? -1) + 1)
    for (index, others) in named.enumerated() {
      known[groups[index]] += others.lazy.map { [groups] in groups[$0] }
        .filter { [groups] in $0 != groups[index] }
    }
  }

  /// Those of some revisions that none of the others knew; both kinds by their places.
  func unbeaten(_ places: [Int]) -> [Int] { unbeaten(among: [places])[0] }

  /// Of each of several lists of revisions, those that none of the others in it knew; all by their places.
  ///
  /// A doctored record may have as many fields as revisions. Their lists are followed together, a bit for
  /// each, and no further than they reach.
  func unbeaten(among lists: [[Int]]) -> [[Int]] {
    var unbeaten = lists
    let highest = lists.map { list in list.lazy.map { groups[$0] }.max() ?? 0 }
    let open = lists.indices.filter { lists[$0].count > 1 }.sorted { highest[$0] < highest[$1] }
    var sources = [UInt64](repeating: 0, count: known.count)
    var beaten = sources
    for start in stride(from: 0, to: open.count, by: UInt64.bitWidth) {
      let batch = open[start..<min(start + UInt64.bitWidth, open.count)]
      var reach = (low: known.count - 1, high: 0)
      for (bit, list) in batch.enumerated() {
        for place in lists[list] {
          sources[groups[place]] |= 1 << UInt64(bit)
          reach = (min(reach.low, groups[place]), max(reach.high, groups[place]))
        }
      }
      for group in stride(from: reach.high, through: reach.low, by: -1) {
        let marks = sources[group] | beaten[group]
        guard marks != 0 else { continue }
        for other in known[group] where other >= reach.low { beaten[other] |= marks }
      }
      for (bit, list) in batch.enumerated() {
        unbeaten[list] = lists[list].filter { beaten[groups[$0]] >> UInt64(bit) & 1 == 0 }
      }
      for group in reach.low...reach.high {
        sources[group] = 0
        beaten[group] = 0
      }
    }
    return unbeaten
  }

  /// For each group, which of at most 64 revisions it is or knew, a bit for each in their order.
  private func knowing(_ places: ArraySlice<Int>) -> [UInt64] {
    var marks = [UInt64](repeating: 0, count: known.count)
    for (bit, place) in places.enumerated() { marks[groups[place]] |= 1 << UInt64(bit) }
    for group in marks.indices {
      for other in known[group] { marks[group] |= marks[other] }
    }
    return marks
  }

  /// Those of some revisions that knew all of those others that come after them in order.
  ///
  /// - Parameters:
  ///   - places: The revisions in question, by their places.
  ///   - others: The others by their places, in ascending order.
  func knowingAllLater(_ places: [Int], of others: [Int]) -> [Int] {
    var places = places
    var end = others.count
    // Mostly the last ones tell already, and then nobody is left to ask about.
    while end > 0, places.contains(where: { $0 < others[end - 1] }) {
      let batch = others[max(0, end - UInt64.bitWidth)..<end]
      let marks = knowing(batch)
      places.removeAll { place in
        let first = batch.firstIndex { $0 > place } ?? batch.endIndex
        let count = UInt64(batch.endIndex - first)
        let later =
          count == 0 ? 0 : (UInt64.max >> (64 - count)) << UInt64(first - batch.startIndex)
        return marks[groups[place]] & later != later
      }
      end = batch.startIndex
    }
    return places
  }

  /// Numbers the groups (Tarjan 1972), without recursion: a doctored chain may be as long as a file.
  private mutating func group(_ named: [[Int]]) {
    let count = named.count
    groups = Array(repeating: -1, count: count)
    var order = Array(repeating: -1, count: count)
    var low = order
    var next = Array(repeating: 0, count: count)
    var open: [Int] = []
    var number = 0
    var visited = 0
    for start in 0..<count where order[start] < 0 {
      var path = [start]
      while let place = path.last {
        if order[place] < 0 {
          order[place] = visited
          low[place] = visited
          visited += 1
          open.append(place)
        }
        if next[place] < named[place].count {
          let other = named[place][next[place]]
          next[place] += 1
          if order[other] < 0 {
            path.append(other)
          } else if groups[other] < 0 {
            low[place] = min(low[place], order[other])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[place]) }
        guard low[place] == order[place] else { continue }
        while let member = open.popLast() {
          groups[member] = number
          if member == place { break }
        }
        number += 1
      }
    }
  }
}
