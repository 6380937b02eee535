/// The fuzzer's way in: bytes as they come from a terminal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let law = InputLaws.broken(by: bytes) { fatalError(law) }
  return 0
}
