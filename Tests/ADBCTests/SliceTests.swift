import CADBC
import Testing

@testable import ADBC

/// Arrays as other drivers may hand them: sliced, uncounted, with absent buffers.
///
/// They are made by our own exporter.
struct SliceTests {
  private func read(_ columns: [InputColumn], _ bend: (inout ArrowArray) -> Void) throws -> [[Value]] {
    let owner = ArrayOwner()
    owner.raw.pointee = Export.array(try InputBatch(columns))
    bend(&owner.raw.pointee)
    var schema = Export.schema(columns)
    defer { schema.release?(&schema) }
    let batch = try Batch(owner, fields: try Field.columns(of: schema))
    return try (0..<batch.count).map { row in try batch.columns.map { try $0.value(at: row) } }
  }

  private let columns: [InputColumn] = [
    .int64s("a", [1, nil, 3, 4, 5, 6, 7, 8, 9, nil]),
    .texts("b", ["0", "1", nil, "33", "", "5", "6", "7", "8", "9"]),
    .bools("c", [true, false, nil, true, false, true, nil, false, false, true]),
    .decimals("d", (0..<10).map { $0 == 4 ? nil : Int128($0) }, scale: 2),
  ]

  @Test func `a sliced batch starts at its offset in every column`() throws {
    let rows = try read(columns) { array in
      array.offset = 3
      array.length = 7
    }
    let expected: [[Value]] = [
      [4, "33", true, .decimal(3, scale: 2)], [5, "", false, nil], [6, "5", true, .decimal(5, scale: 2)],
      [7, "6", nil, .decimal(6, scale: 2)], [8, "7", false, .decimal(7, scale: 2)],
      [9, "8", false, .decimal(8, scale: 2)], [nil, "9", true, .decimal(9, scale: 2)],
    ]
    #expect(rows == expected)
  }

  @Test func `offsets of the batch and of its columns add up`() throws {
    let rows = try read(columns) { array in
      array.offset = 1
      array.length = 2
      for index in 0..<4 {
        array.children[index]?.pointee.offset = 2
        array.children[index]?.pointee.length = 8
      }
    }
    #expect(rows == [[4, "33", true, .decimal(3, scale: 2)], [5, "", false, nil]])
  }

  @Test func `NULLs that nobody counted are found`() throws {
    let rows = try read([columns[0]]) { $0.children[0]?.pointee.null_count = -1 }
    #expect(rows.filter { $0 == [nil] }.count == 2)
  }

  @Test func `without a validity buffer nothing is NULL`() throws {
    let rows = try read([.int64s("a", [1, 2] as [Int64])]) { $0.children[0]?.pointee.null_count = -1 }
    #expect(rows == [[1], [2]])
  }

  @Test func `an empty column may lack its buffers`() throws {
    let rows = try read([.texts("a", [] as [String]), .int64s("b", [] as [Int64])]) { array in
      for index in 0..<2 { array.children[index]?.pointee.buffers[1] = nil }
    }
    #expect(rows.isEmpty)
  }

  @Test func `a column shorter than its batch is refused`() throws {
    let error = #expect(throws: ADBCError.self) { try read(columns) { $0.length = 11 } }
    #expect(error?.status == .invalidData)
  }

  @Test func `a column outlives its batch and its stream`() throws {
    let column = try {
      let owner = ArrayOwner()
      owner.raw.pointee = Export.array(try InputBatch(columns))
      var schema = Export.schema(columns)
      defer { schema.release?(&schema) }
      return try Batch(owner, fields: try Field.columns(of: schema)).column("b")
    }()
    #expect(try column.texts.string(at: 3) == "33")
    #expect(column.validity.nullCount == 1)
  }
}
