/// The fuzzer's way in: bytes as the file of a session.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocument(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let law = DecodingLaws.broken(by: bytes) { fatalError(law) }
  return 0
}
