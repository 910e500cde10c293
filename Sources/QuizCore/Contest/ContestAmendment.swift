/// What may still change in a contest once somebody has started: only what favours nobody (I14).
package struct ContestAmendment: Hashable, Sendable {
    package let former: Contest
    package let new: Contest
    package let moment: Timestamp

    package init(from former: Contest, to new: Contest, at moment: Timestamp) {
        self.former = former
        self.new = new
        self.moment = moment
    }

    /// What would favour or harm somebody; empty: the change may be taken.
    package var refusals: [Message] {
        var refusals: [Message] = []
        func refuse(_ isChanged: Bool, _ key: String) {
            guard isChanged else { return }
            refusals.append(
                Message(
                    vi: "đã có người thi nên không đổi được “\(key)”; hãy khôi phục như bản đang dùng",
                    en: "people have started, so '\(key)' cannot change; put it back as it is in force"
                )
            )
        }
        refuse(former.mode != new.mode, "mode")
        refuse(former.acceptsPublicBank != new.acceptsPublicBank, "acceptPublicBank")
        refuse(former.banks != new.banks, "banks")
        refuse(former.rules != new.rules, "rules")
        refuse(former.prediction != new.prediction, "prediction")
        refuse(former.cumulative != new.cumulative, "cumulative")
        refuse(former.prizes != new.prizes, "prizes")
        refuse(former.registration.fields != new.registration.fields, "registration")
        refuse(former.groups.map(\.withoutTitle) != new.groups.map(\.withoutTitle), "groups")
        return refusals + retentionRefusals + roundRefusals
    }

    /// People registered under a promise: who they are may be erased sooner, never later.
    private var retentionRefusals: [Message] {
        guard let promised = former.erasesFrom, former.retention != new.retention,
            new.erasesFrom.map({ $0 > promised }) ?? true
        else { return [] }
        return [
            Message(
                vi: "đã có người thi nên ngày xóa dữ liệu (\(promised.vietnamese)) chỉ đổi sớm hơn được",
                en: "people have started, so the day of erasure (\(promised.vietnamese)) can only move earlier"
            )
        ]
    }

    /// A title may change, an end that has not come may move later, and rounds may be added behind the last.
    private var roundRefusals: [Message] {
        var refusals: [Message] = []
        for (index, round) in former.rounds.enumerated() {
            guard index < new.rounds.count, new.rounds[index].differsOnlyInTitleAndEnd(from: round) else {
                refusals.append(
                    Message(
                        vi:
                            "đã có người thi nên đợt “\(round.id)” không bỏ hay đổi được; chỉ đổi được tên, và lùi lúc đóng",
                        en:
                            "people have started, so round '\(round.id)' cannot go or change; only its title, and a later end"
                    )
                )
                continue
            }
            let closes = new.rounds[index].closes
            if closes == round.closes { continue }
            let isLater = round.closes.map { old in closes.map { $0 > old } ?? false } ?? false
            if !isLater || round.isClosed(at: moment) {
                refusals.append(
                    Message(
                        vi: "lúc đóng của đợt “\(round.id)” chỉ lùi muộn hơn được, và chỉ khi đợt chưa đóng",
                        en: "the end of round '\(round.id)' can only move later, and only before the round closes"
                    )
                )
            }
        }
        return refusals
    }
}

extension Group {
    fileprivate var withoutTitle: Group {
        Group(
            id: id,
            title: "",
            minimumAge: minimumAge,
            maximumAge: maximumAge,
            unitTypes: unitTypes,
            rosterOnly: rosterOnly,
            blueprint: blueprint
        )
    }
}

extension Round {
    fileprivate func differsOnlyInTitleAndEnd(from other: Round) -> Bool {
        id == other.id && opens == other.opens && ranking == other.ranking && banks == other.banks
            && blueprints == other.blueprints
    }
}
