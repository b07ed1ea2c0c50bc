import Ledger
import SourceFiles
import Units

/// Why a use case failed; nothing was changed.
public enum DeskError: Explained {
  case noWorkspace(String)
  case workspaceExists(String)
  case damagedManifest(String)
  case newerManifest(String)
  case locked(by: String)
  case noFile(String)
  case emptyFolder(String)
  case purchaseInvoices(buyer: String, siren: String?)
  case noPermission(String)
  case cannotWrite(String, reason: String)
  case noSuchImport(String)
  case needed(String, by: [String])
  case datesOverlap(file: String, earlier: String, from: Day, to: Day)
  case strictRejects(file: String, rejected: Int)
  case allRejected(file: String, rows: Int, firstLine: Int, RowFault.Reason)
  case policy(PolicyFault)
  case nothingToAnalyse
  case categoriesByHand
  case unreadableDocument(RowFault)
  case orphanRejects(String)
  case lostFacts(String, String)
  case damagedFacts(String, String)
  case noSuchCustomer(String)
  case noSuchUpload
  case notEmpty(String)

  /// What happened and what to do, in one sentence.
  public func sentence(in language: Language) -> String {
    switch self {
    case .noWorkspace(let path):
      language(
        fr: "Il n’y a pas d’espace de travail dans « \(path) » : créez-le avec « clientele init \(path) ».",
        en: "There is no workspace in “\(path)”: make one with `clientele init \(path)`.")
    case .workspaceExists(let path):
      language(
        fr: "« \(path) » contient déjà un espace de travail ; rien n’a été changé.",
        en: "“\(path)” already holds a workspace; nothing was changed.")
    case .damagedManifest(let path):
      language(
        fr: "La liste des imports, « \(path) », est endommagée : rétablissez-la depuis une sauvegarde.",
        en: "The list of imports, “\(path)”, is damaged: restore it from a backup.")
    case .newerManifest(let path):
      language(
        fr: "« \(path) » a été écrit par une version plus récente du logiciel : mettez celui-ci à jour.",
        en: "“\(path)” was written by a newer version of the software: update this one.")
    case .locked(let holder):
      language(
        fr: "Un autre processus écrit dans cet espace de travail (\(holder)) ; réessayez quand il aura fini.",
        en: "Another process is writing to this workspace (\(holder)); try again when it is done.")
    case .noFile(let path):
      language(fr: "Le fichier « \(path) » n’existe pas.", en: "The file “\(path)” does not exist.")
    case .unreadableDocument(let fault):
      language(
        fr: "« \(fault.file) » : \(fault.reason.sentence(in: .fr))",
        en: "“\(fault.file)”: \(fault.reason.sentence(in: .en))")
    case .emptyFolder(let path):
      language(
        fr: "Le dossier « \(path) » ne contient aucun fichier qui puisse être lu.",
        en: "The folder “\(path)” holds no file that can be read.")
    case .purchaseInvoices(let buyer, let siren):
      language(
        fr: """
          Toutes ces factures sont adressées à « \(buyer) » par plusieurs vendeurs : ce sont des achats. Pour les écarter une \
          par une, écrivez son SIREN\(siren.map { " (\($0))" } ?? "") dans vos règles (company.siren) ; si ce sont vos \
          ventes, celui des vendeurs.
          """,
        en: """
          All these invoices are made out to “\(buyer)” by several sellers: they are purchases. To have them set aside one \
          by one, write its SIREN\(siren.map { " (\($0))" } ?? "") into your rules (company.siren); if they are your sales, \
          those of the sellers.
          """)
    case .noPermission(let path):
      language(
        fr: "Vous n’avez pas le droit de lire « \(path) ».", en: "You are not allowed to read “\(path)”.")
    case .cannotWrite(let path, let reason):
      language(
        fr: "« \(path) » ne peut pas être écrit : \(reason). Rien n’a été changé.",
        en: "“\(path)” cannot be written: \(reason). Nothing was changed.")
    case .noSuchImport(let id):
      language(
        fr: "Il n’y a pas d’import « \(id) » ; « clientele imports » en donne la liste.",
        en: "There is no import “\(id)”; `clientele imports` lists them.")
    case .needed(let id, let others):
      language(
        fr: "L’import \(id) est complété par \(others.joined(separator: ", ")) : oubliez d’abord ceux-là.",
        en: "Import \(id) is completed by \(others.joined(separator: ", ")): forget those first.")
    case .datesOverlap(let file, let earlier, let from, let to):
      language(
        fr: """
          « \(file) » n’a pas de numéros de facture et ses dates (\(from.iso) à \(to.iso)) recouvrent celles de l’import \
          \(earlier) : oubliez celui-ci d’abord, ou ajoutez les lignes avec --append.
          """,
        en: """
          “\(file)” has no invoice numbers and its dates (\(from.iso) to \(to.iso)) overlap those of import \(earlier): \
          forget that one first, or add the lines with --append.
          """)
    case .strictRejects(let file, let rejected):
      language(
        fr: "« \(file) » : \(rejected) ligne(s) en défaut et --strict demandé ; rien n’a été importé.",
        en: "“\(file)”: \(rejected) row(s) at fault and --strict was asked; nothing was imported.")
    case .allRejected(let file, let rows, let line, let reason):
      language(
        fr: """
          Rien n’a pu être lu dans « \(file) »\(rows > 1 ? ", aucune de ses \(rows) lignes" : "")\
          \(line > 0 ? ", ligne \(line)" : "") : \(reason.clause(in: language))
          """,
        en: """
          Nothing in “\(file)” could be read\(rows > 1 ? ", none of its \(rows) rows" : "")\
          \(line > 0 ? ", line \(line)" : ""): \(reason.clause(in: language))
          """)
    case .policy(let fault): fault.sentence(in: language)
    case .nothingToAnalyse:
      language(
        fr: "Il n’y a pas encore de ligne de vente : commencez par « clientele import ventes.csv ».",
        en: "There is no sale line yet: begin with `clientele import sales.csv`.")
    case .noSuchCustomer(let id):
      language(fr: "Il n’y a pas de client « \(id) ».", en: "There is no customer “\(id)”.")
    case .noSuchUpload:
      language(
        fr: "Ces fichiers n’attendent plus : ils ont été importés, ou gardés plus d’un jour ; apportez-les de nouveau.",
        en: "These files wait no more: they were imported, or kept for more than a day; bring them again.")
    case .notEmpty(let path):
      language(
        fr: "« \(path) » n’est pas vide : l’entreprise d’exemple a besoin d’un espace de travail à elle.",
        en: "“\(path)” is not empty: the sample company needs a workspace of its own.")
    case .lostFacts(let id, let path):
      language(
        fr: "Il manque « \(path) », de l’import \(id) : rétablissez-le depuis une sauvegarde, ou oubliez cet import.",
        en: "“\(path)”, of import \(id), is missing: restore it from a backup, or forget that import.")
    case .damagedFacts(let id, let path):
      language(
        fr: "« \(path) », de l’import \(id), est endommagé : rétablissez-le, ou oubliez cet import.",
        en: "“\(path)”, of import \(id), is damaged: restore it, or forget that import.")
    case .orphanRejects(let name):
      language(
        fr: "« \(name) » est un fichier de rejets, mais aucun import connu n’a mis ces lignes de côté.",
        en: "“\(name)” is a rejects file, but no known import set these rows aside.")
    case .categoriesByHand:
      language(
        fr: "La liste « categories » de policy.yaml n’est pas écrite ligne par ligne : complétez-la à la main.",
        en: "The list “categories” of policy.yaml is not written line by line: complete it by hand.")
    }
  }
}

extension RowFault.Reason {
  /// The sentence as it follows a colon.
  fileprivate func clause(in language: Language) -> String {
    let sentence = sentence(in: language)
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
