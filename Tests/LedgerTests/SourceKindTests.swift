import Ledger
import Testing

@Suite struct SourceKindTests {
  @Test(arguments: SourceKind.allCases) func `every field of a kind has a storage, keys and required fields are fields`(
    kind: SourceKind
  ) {
    for field in kind.fields { #expect(kind.storage(of: field) != nil) }
    #expect(Set(kind.fields).isSuperset(of: kind.key + kind.required))
    #expect(Set(kind.fields).count == kind.fields.count)
    for field in Field.allCases where !kind.fields.contains(field) { #expect(kind.storage(of: field) == nil) }
  }

  @Test func `every field belongs to a kind`() {
    #expect(Set(SourceKind.allCases.flatMap(\.fields)) == Set(Field.allCases))
  }

  @Test func `a sale keeps its amount, and a cost that can be computed`() {
    #expect(SourceKind.sales.stored(mapping: [.date, .quantity]) == [.date, .quantity, .amount])
    #expect(SourceKind.sales.stored(mapping: [.unitCost]).contains(.cost))
    #expect(SourceKind.products.stored(mapping: [.product, .price]) == [.product, .price])
  }
}
