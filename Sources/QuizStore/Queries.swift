extension Query {
    /// Every statement there is, so that a test can have each planned against the schema.
    package static let all: [Query] = [
        .accountByName, .accountInsert, .accountName, .answerOne, .answerSave, .answers, .attemptAny, .attemptByKey,
        .attemptDue, .attemptInsert, .attemptOwned, .attemptRanking, .attemptSeal, .attemptState,
        .attemptsOfContestant, .bankInsert, .bankVersionInsert, .bankVersions, .boardLine, .consentInsert,
        .contestInsert, .contestantByCode, .contestantByRequest, .contestantBySession, .contestantInsert,
        .definitionBanks, .definitionInsert, .definitionPin, .definitions, .figuresAttempts, .figuresHours,
        .figuresRegistered, .grantInsert, .grants, .logAppend, .logDetail, .logHead, .logHeadSet, .logTail,
        .migrationAdd, .migrationNumber, .participation, .prediction, .predictionSave, .resultsAll, .resultsOfUnit,
        .sessionAccount, .sessionEnd, .sessionKeep, .sessionOfAccount, .sessionOfContestant, .sessionsOfAccountPrune,
        .sessionsOfContestantPrune, .statisticsAnswers, .statisticsDefinitions, .statisticsPapers, .statisticsSitters,
        .unitParent, .unitPut, .units,
    ]
}
