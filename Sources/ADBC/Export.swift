import CADBC

/// Hands input batches to a driver as Arrow structs.
///
/// Each struct owns what it points to and frees it when the driver releases it.
enum Export {
  /// What an exported schema points to.
  private final class SchemaStore {
    let texts: [UnsafeMutablePointer<CChar>]
    let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>
    let count: Int

    init(texts: [String], children: [ArrowSchema]) {
      self.texts = texts.map { text in
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.utf8.count + 1)
        for (index, byte) in text.utf8.enumerated() { copy[index] = CChar(bitPattern: byte) }
        copy[text.utf8.count] = 0
        return copy
      }
      count = children.count
      self.children = .allocate(capacity: max(count, 1))
      for (index, child) in children.enumerated() {
        let place = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
        place.initialize(to: child)
        self.children[index] = place
      }
    }

    deinit {
      for text in texts { text.deallocate() }
      for index in 0..<count {
        // A driver may have taken a child for itself: its release is then null.
        if let child = children[index] {
          child.pointee.release?(child)
          child.deallocate()
        }
      }
      children.deallocate()
    }
  }

  /// What an exported array points to.
  private final class ArrayStore {
    let storage: InputStorage?
    let buffers: UnsafeMutablePointer<UnsafeRawPointer?>
    let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>
    let count: Int

    init(storage: InputStorage?, buffers list: [UnsafeMutableRawPointer?], children: [ArrowArray]) {
      self.storage = storage
      buffers = .allocate(capacity: max(list.count, 1))
      for (index, buffer) in list.enumerated() { buffers[index] = buffer.map { UnsafeRawPointer($0) } }
      count = children.count
      self.children = .allocate(capacity: max(count, 1))
      for (index, child) in children.enumerated() {
        let place = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
        place.initialize(to: child)
        self.children[index] = place
      }
    }

    deinit {
      buffers.deallocate()
      for index in 0..<count {
        if let child = children[index] {
          child.pointee.release?(child)
          child.deallocate()
        }
      }
      children.deallocate()
    }
  }

  static func schema(_ columns: [InputColumn]) -> ArrowSchema {
    schema("+s", "", columns.map { schema($0.format, $0.name, []) })
  }

  static func array(_ batch: InputBatch) -> ArrowArray {
    let children = batch.columns.map { column in
      array(
        column.count, nulls: column.storage.nulls,
        ArrayStore(storage: column.storage, buffers: column.storage.buffers, children: []))
    }
    return array(batch.count, nulls: 0, ArrayStore(storage: nil, buffers: [nil], children: children), buffers: 1)
  }

  private static func schema(_ format: String, _ name: String, _ children: [ArrowSchema]) -> ArrowSchema {
    let store = SchemaStore(texts: [format, name], children: children)
    return ArrowSchema(
      format: store.texts[0], name: store.texts[1], metadata: nil, flags: Int64(ARROW_FLAG_NULLABLE),
      n_children: Int64(store.count), children: store.children, dictionary: nil,
      release: { schema in
        guard let schema, let store = schema.pointee.private_data else { return }
        schema.pointee.release = nil
        schema.pointee.private_data = nil
        Unmanaged<SchemaStore>.fromOpaque(store).release()
      }, private_data: Unmanaged.passRetained(store).toOpaque())
  }

  private static func array(_ length: Int, nulls: Int, _ store: ArrayStore, buffers: Int? = nil) -> ArrowArray {
    ArrowArray(
      length: Int64(length), null_count: Int64(nulls), offset: 0,
      n_buffers: Int64(buffers ?? store.storage?.buffers.count ?? 0), n_children: Int64(store.count),
      buffers: store.buffers, children: store.children, dictionary: nil,
      release: { array in
        guard let array, let store = array.pointee.private_data else { return }
        array.pointee.release = nil
        array.pointee.private_data = nil
        Unmanaged<ArrayStore>.fromOpaque(store).release()
      }, private_data: Unmanaged.passRetained(store).toOpaque())
  }
}
