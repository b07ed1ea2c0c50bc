import Units

/// Why what people decided cannot be read or written; nothing was changed.
public enum StoreError: Explained, Hashable {
  /// The file was written by a later version.
  case newer(String)
  /// The file is no database, or not a whole one.
  case damaged(String, reason: String)
  /// The file cannot be written or opened.
  case cannotWrite(String, reason: String)

  /// What happened and what to do.
  public func sentence(in language: Language) -> String {
    switch self {
    case .newer(let path):
      language(
        fr: "« \(path) » a été écrit par une version plus récente du logiciel : mettez celui-ci à jour.",
        en: "“\(path)” was written by a newer version of the software: update this one.")
    case .damaged(let path, let reason):
      language(
        fr: "« \(path) », où sont vos décisions, est endommagé (\(reason)) : rétablissez-le depuis une sauvegarde.",
        en: "“\(path)”, which holds your decisions, is damaged (\(reason)): restore it from a backup.")
    case .cannotWrite(let path, let reason):
      language(
        fr: "« \(path) » ne peut pas être ouvert ou écrit : \(reason). Rien n’a été changé.",
        en: "“\(path)” cannot be opened or written: \(reason). Nothing was changed.")
    }
  }
}
