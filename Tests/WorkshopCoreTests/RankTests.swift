import Testing
import WorkshopCore

struct RankTests {
  @Test(arguments: [
    ("0010", "0020"), ("0010", "0011"), ("0010", "00101"), ("1", "2"), ("09", "1"), ("", "0001"),
    ("0999", "1"),
  ])
  func `there is always room between two`(_ low: String, _ high: String) {
    let middle = Rank.between(low, high)
    #expect(low < middle && middle < high, "\(middle)")
  }

  @Test func `there is room before the first and after the last`() {
    #expect(Rank.between(nil, "0010") < "0010")
    #expect(Rank.between("0240", nil) > "0240")
    #expect(Rank.between("9999", nil) > "9999")
    #expect(!Rank.between(nil, nil).isEmpty)
  }

  @Test func `two hundred moves to one place stay in order`() {
    var low = "0010"
    let high = "0020"
    for _ in 0..<200 {
      let next = Rank.between(low, high)
      #expect(low < next && next < high)
      low = next
    }
  }

  @Test func `two hundred moves before one place stay in order`() {
    let low = "0010"
    var high = "0020"
    for _ in 0..<200 {
      let next = Rank.between(low, high)
      #expect(low < next && next < high)
      high = next
    }
  }
}
