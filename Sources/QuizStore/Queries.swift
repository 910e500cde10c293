extension Query {
    /// Every statement there is, so that a test can have each planned against the schema.
    package static let all: [Query] = [
        .accountByName, .accountInsert, .accountName, .answerOne, .answerSave, .answers, .attemptAny, .attemptByKey,
        .attemptDue, .attemptInsert, .attemptOpenIn, .attemptOwned, .attemptRanking, .attemptSeal, .attemptState,
        .attemptsOfContestant, .bankInsert, .bankVersionInsert, .bankVersions, .boardLine, .consentInsert,
        .contestInsert, .contestantByCode, .contestantIDs, .contestantByRequest, .contestantBySession,
        .contestantInsert,
        .definitionBanks, .definitionInsert, .definitionPin, .definitions, .figuresAttempts, .figuresHours,
        .figuresRegistered, .grantInsert, .grants, .logAppend, .logDetail, .logHead, .logHeadSet, .logTail,
        .contestantInContest, .contestantsAfter, .exclusionDelete, .exclusionPut, .exclusions, .headcountDelete,
        .headcountInsert, .headcounts, .identityChecks, .identityDelete, .identityPut, .prizePerson, .publicDrawInsert,
        .publicDrawsOfContest, .tieDecisionDelete, .tieDecisionPut, .tieDecisionsOfContest, .tieDecisionsTold,
        .migrationAdd, .migrationNumber, .participation, .prediction, .predictionSave, .predictionsOfBoard, .publicDraw,
        .resultsAll, .resultsOfUnit, .roundOutcome,
        .sessionAccount, .sessionEnd, .sessionKeep, .sessionOfAccount, .sessionOfContestant, .sessionsOfAccountPrune,
        .sessionsOfContestantPrune, .tieDecisions, .truth, .truthInsert, .truths, .unitParent, .unitPut, .units,
    ]
}
