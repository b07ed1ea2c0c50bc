import Decisions
import Ledger
import Portfolio
import Units

extension WhatIf {
  /// What has to be told in writing before some steps are taken, with the law; empty where none of them asks for it.
  ///
  /// - Parameter cap: the rise that may be asked of anybody.
  func notice(beyond cap: Rate) -> [Phrase] {
    func count(_ isTold: (WhatIfEffect) -> Bool) -> Int { effects.count(where: isTold) }
    let ends = count { $0.step.ends }
    let rises = count { if case .reprice(let rate, _) = $0.step { rate > cap } else { false } }
    let cuts = count { if case .serve = $0.step { $0.freed.total > 0 } else { false } }
    let parts: [Phrase] = [
      ends > 0 ? Phrase(fr: "\(ends, "fin", "fins")", en: "\(ends, "end", "ends")") : nil,
      rises > 0
        ? Phrase(
          fr: "\(rises, "hausse", "hausses") de plus de \(percent: cap.value, digits: cap.digits)",
          en: "\(rises, "rise", "rises") beyond \(percent: cap.value, digits: cap.digits)") : nil,
      cuts > 0
        ? Phrase(
          fr: "\(cuts, "niveau de service abaissé", "niveaux de service abaissés")",
          en: "\(cuts, "service level lowered", "service levels lowered")") : nil,
    ].compactMap { $0 }
    guard !parts.isEmpty else { return [] }
    return [
      Phrase(fr: "À annoncer par écrit, avec un préavis : ", en: "To be told in writing, with notice: ")
        + .list(parts, last: Phrase(fr: " et ", en: " and "))
        + Phrase(
          fr: ". Le dossier de chaque client dit combien de mois.", en: ". Each customer's case tells how many months."),
      .article(.suddenRupture), .haveCounselCheck,
    ]
  }
}

extension WhatIfWriter {
  /// What has to be told before; nothing where no step asks for it.
  func notice(_ result: WhatIf) -> Panel? {
    let words = result.notice(beyond: panels.analysis.policy.ladder.priceCap)
    guard !words.isEmpty else { return nil }
    return Panel(
      id: "notice",
      title: panels.voice.inline(Phrase(fr: "Avant de le faire, l'écrire", en: "Write before you do it")),
      parts: [.notes(words.map { panels.voice.inline($0) })])
  }
}
