/// The fuzzer's way in: bytes as what a machine remembers of a session.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzState(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let law = StateLaws.broken(by: bytes) { fatalError(law) }
  return 0
}
