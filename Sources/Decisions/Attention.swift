/// What attention a stage calls for.
///
/// Source: seed 001, « Les différentes catégories de clients »; each case quotes it.
public enum Attention: String, CaseIterable, Sendable {
  /// Care, and no slip: « Un nouveau client demande davantage d'attentions, les moindres faux pas sont parfois fatals. »
  case care
  /// Tell them what is new: « Ils ne demandent qu'à découvrir vos nouveaux produits encore faut il les tenir informer. »
  case inform
  /// Serve well, press less: « vous pouvez vous permettre de relâcher un peu la pression commerciale. Il vous suffit de
  /// traiter leurs demandes de façon professionnelle. »
  case serve
  /// Find out why, and act: « Ils se détournent doucement de vous, si vous ne faites pas attention, ils vous oublieront
  /// bientôt. »
  case retain
  /// Answer when they ask: « Inutile de s'en préoccuper. Répondez simplement à leurs besoin le moment voulu ».
  case answer
  /// Learn why, then weigh: « Y a-t-il une chance de les récupérer et cela en vaut-il le coût ? »
  case weighReturn
}

extension Stage {
  /// What attention the stage calls for; a customer won back is tested by and tests the company like a new one.
  public var attention: Attention {
    switch self {
    case .new, .wonBack: .care
    case .developing: .inform
    case .mature: .serve
    case .declining: .retain
    case .episodic: .answer
    case .lost: .weighReturn
    }
  }
}
