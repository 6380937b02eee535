/// The fuzzer's way in: bytes as a list of participants.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTable(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let law = TableLaws.broken(by: bytes) { fatalError(law) }
  return 0
}
