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
  func unbeaten(_ places: [Int]) -> [Int] {
    guard places.count > 1, let highest = places.lazy.map({ groups[$0] }).max() else {
      return places
    }
    var isSource = Array(repeating: false, count: highest + 1)
    var isKnown = isSource
    for place in places { isSource[groups[place]] = true }
    for group in stride(from: highest, through: 0, by: -1) where isSource[group] || isKnown[group] {
      for other in known[group] { isKnown[other] = true }
    }
    return places.filter { !isKnown[groups[$0]] }
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
