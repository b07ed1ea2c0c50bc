import Units

/// A form: what is asked, and the buttons that send it.
public struct FormModel: Equatable, Sendable {
  /// Where it is sent.
  public let action: Link
  /// How it is sent.
  public let method: Method
  /// What is asked, in order.
  public let fields: [Field]
  /// The buttons, the first the one that Enter presses.
  public let buttons: [Button]
  /// Proof that the form was made here; nothing for a form that only asks.
  public let token: String?
  /// What tells its fields from those of other forms on the page that have the same names.
  public let mark: String

  /// How a form is sent.
  public enum Method: Equatable, Sendable {
    /// In the address: it changes nothing.
    case get
    case post
    /// With files.
    case upload
  }

  /// A button.
  public struct Button: Equatable, Sendable {
    let label: String
    let name: String?
    let value: String
    let isQuiet: Bool
    /// Makes a button; with a name, its value is sent.
    public init(_ label: String, name: String? = nil, value: String = "", isQuiet: Bool = false) {
      self.label = label
      self.name = name
      self.value = value
      self.isQuiet = isQuiet
    }
  }

  /// One thing asked.
  public struct Field: Equatable, Sendable {
    let name: String
    let label: [Inline]
    let control: Control
    /// A word of help below.
    let help: [Inline]
    /// Why what was answered cannot be taken.
    let problem: [Inline]

    /// How it is answered.
    public enum Control: Equatable, Sendable {
      case text(value: String, placeholder: String)
      /// Several lines.
      case lines(value: String)
      /// A day, as `YYYY-MM-DD`.
      case day(value: String)
      case choice(value: String, options: [Option])
      case flag(Bool)
      case files(accept: String, isMultiple: Bool)
      case hidden(String)
    }

    /// One answer to choose.
    public struct Option: Equatable, Sendable {
      let value: String
      let label: String
      /// Makes an option.
      public init(_ value: String, _ label: String) {
        self.value = value
        self.label = label
      }
    }

    /// Makes a field.
    public init(
      _ name: String, _ label: String, _ control: Control, help: [Inline] = [], problem: [Inline] = []
    ) {
      self.init(name, [.text(label)], control, help: help, problem: problem)
    }

    /// Makes a field whose label holds names out of the data.
    init(
      _ name: String, _ label: [Inline], _ control: Control, help: [Inline] = [], problem: [Inline] = []
    ) {
      self.name = name
      self.label = label
      self.control = control
      self.help = help
      self.problem = problem
    }
  }

  /// Makes a form.
  public init(
    action: Link, method: Method, fields: [Field], buttons: [Button], token: String? = nil, mark: String = ""
  ) {
    self.mark = mark
    self.action = action
    self.method = method
    self.fields = fields
    self.buttons = buttons
    self.token = token
  }

  var markup: Markup {
    let attributes: KeyValuePairs<Markup.Name, String> =
      switch method {
      case .get: [.class: "form", .method: "get", .action: action.href]
      case .post: [.class: "form", .method: "post", .action: action.href]
      case .upload: [.class: "form drop", .method: "post", .action: action.href, .enctype: "multipart/form-data"]
      }
    return .element(.form, attributes) {
      // The token comes first, so that a file is only read after it was seen.
      if let token { Markup.element(.input, [.type: "hidden", .name: "token", .value: token]) }
      fields.map { $0.markup(in: mark) }
      Markup.element(.p, "buttons") {
        buttons.map(\.markup)
      }
    }
  }
}

extension FormModel.Button {
  var markup: Markup {
    .element(
      .button,
      [(name: .type, value: "submit"), (name: .class, value: isQuiet ? "quiet" : "main")]
        + (name.map { [(name: .name, value: $0), (name: .value, value: value)] } ?? []), [.text(label)])
  }
}

extension FormModel.Field {
  var markup: Markup { markup(in: "") }

  /// - Parameter mark: what tells the form from others on the page.
  func markup(in mark: String) -> Markup {
    let id = "field-" + mark + name
    if case .hidden(let value) = control {
      return .element(.input, [.type: "hidden", .name: name, .value: value])
    }
    return .element(.div, "field") {
      if case .flag(let isOn) = control {
        Markup.element(.label, [.for: id]) {
          Markup.element(
            .input,
            [
              (name: .type, value: "checkbox"), (name: .id, value: id), (name: .name, value: name),
              (name: .value, value: "true"),
            ] + (isOn ? [(name: .checked, value: "")] : []), [])
          label.markup
        }
      } else {
        Markup.element(.label, [.for: id]) { label.markup }
        input(id)
      }
      if !problem.isEmpty {
        Markup.element(.small, [.class: "problem", .id: id + "-problem", .role: "alert"]) { problem.markup }
      }
      if !help.isEmpty { Markup.element(.small) { help.markup } }
    }
  }

  private func input(_ id: String) -> Markup {
    let refused: [(name: Markup.Name, value: String)] =
      problem.isEmpty ? [] : [(name: .ariaInvalid, value: "true"), (name: .ariaDescribedby, value: id + "-problem")]
    switch control {
    case .lines(let value):
      return .element(
        .textarea,
        [(name: .id, value: id), (name: .name, value: name), (name: .rows, value: String(rows(of: value)))] + refused,
        [.lines("\n" + value)])
    case .day(let value):
      return .element(
        .input,
        [
          (name: .type, value: "date"), (name: .id, value: id), (name: .name, value: name),
          (name: .value, value: value),
        ] + refused, [])
    case .text(let value, let placeholder):
      return .element(
        .input,
        [
          (name: .type, value: "text"), (name: .id, value: id), (name: .name, value: name),
          (name: .value, value: value), (name: .placeholder, value: placeholder),
        ] + refused,
        [])
    case .choice(let chosen, let options):
      return .element(.select, [.id: id, .name: name]) {
        for option in options {
          Markup.element(
            .option,
            [(name: .value, value: option.value)] + (option.value == chosen ? [(name: .selected, value: "")] : []),
            [.text(option.label)])
        }
      }
    case .files(let accept, let isMultiple):
      return .element(
        .input,
        [
          (name: .type, value: "file"), (name: .id, value: id), (name: .name, value: name),
          (name: .accept, value: accept), (name: .required, value: ""),
        ]
          + (isMultiple ? [(name: .multiple, value: "")] : []), [])
    case .flag, .hidden: return .nothing
    }
  }

  /// As many rows as a text has lines, within bounds.
  private func rows(of text: String) -> Int {
    min(28, max(3, text.split(separator: "\n", omittingEmptySubsequences: false).count + 1))
  }
}
