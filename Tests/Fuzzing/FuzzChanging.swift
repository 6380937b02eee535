/// The fuzzer's way in: a file, a byte that UTF-8 does not have, and the file after it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChanging(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let split = bytes.firstIndex(of: ChangingLaws.split) else { return 0 }
  if let law = ChangingLaws.fault(from: Array(bytes[..<split]), to: Array(bytes[(split + 1)...])) {
    fatalError(law)
  }
  return 0
}
