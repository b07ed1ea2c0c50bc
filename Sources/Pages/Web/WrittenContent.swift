/// What stands between a page's head and foot, written once to be framed for each reader.
public struct WrittenContent: Equatable, Sendable {
  private let title: String
  private let content: Markup.Written

  /// Writes a page's content.
  init(of frame: PageFrame) {
    title = frame.title
    content = Markup.Written(frame.content)
  }

  /// The whole page, with what only this reader is told around the content.
  public func frame(_ context: PageContext, address: Address) -> PageFrame {
    PageFrame(context: context, address: address, title: title, content: [.written(content)])
  }
}

extension PageFrame {
  /// The content alone, for others who ask the same.
  public var written: WrittenContent { WrittenContent(of: self) }
}
