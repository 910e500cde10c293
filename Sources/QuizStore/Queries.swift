extension Query {
    /// Every statement there is, so that a test can have each planned against the schema.
    package static let all: [Query] = [
        .accountByName, .accountInsert, .accountName, .answerOne, .answerSave, .answers, .attemptAny, .attemptByID,
        .attemptByKey, .attemptDue, .attemptInsert, .attemptLastSeal, .attemptOpenIn, .attemptOwned, .attemptProlong,
        .attemptRanking, .attemptRemark, .attemptSeal, .attemptState, .attemptVoid, .attemptsAfter,
        .attemptsOfContestant, .attemptsOnBoard, .attemptsOpenAfter, .bankInsert, .bankMedia, .bankMediaInsert,
        .bankVersionInsert, .bankVersions, .boardLine, .consentInsert, .contestInsert, .contestantByCode,
        .contestantByID, .contestantByRequest, .contestantBySession, .contestantID, .contestantIDs,
        .contestantInContest, .contestantInsert, .contestantNamed, .contestantsAfter, .correctionDone,
        .correctionInsert, .corrections, .definitionBanks, .definitionInsert, .definitionPin, .definitions,
        .exclusionDelete, .exclusionPut, .exclusions, .figuresAttempts, .figuresHours, .figuresRegistered,
        .grantInsert, .grants, .headcountDelete, .headcountInsert, .headcounts, .identityChecks, .identityDelete,
        .identityPut, .logAppend, .logDetail, .logHead, .logHeadSet, .logTail, .mediaContent, .mediaInsert,
        .migrationAdd, .migrationNumber, .participation, .prediction, .predictionSave, .predictionsOfBoard,
        .predictionsOfContestant, .prizePerson, .publicDraw, .publicDrawInsert, .publicDrawsOfContest, .resultsAll,
        .resultsOfUnit, .revealInsert, .revealOne, .reveals, .roundOutcome, .roundResultPut, .roundResults,
        .sessionAccount, .sessionEnd, .sessionKeep, .sessionOfAccount, .sessionOfContestant, .sessionsOfAccountPrune,
        .sessionsOfContestantPrune, .statisticsAnswers, .statisticsDefinitions, .statisticsPapers,
        .statisticsSitters, .tieDecision, .tieDecisionDelete, .tieDecisionPut, .tieDecisions, .tieDecisionsOfContest,
        .tieDecisionsTold, .timeGrantInsert, .truth, .truthInsert, .truthReplace, .truths, .unitParent, .unitPut,
        .units,
        .profileChange, .profileLock, .contestantTwin, .allowancePut,
        .allowanceDelete, .allowanceOne, .consentsOf, .contestantByKey, .definitionsOf, .unitDecisions,
        .unitDecisionDelete, .unitDecisionInsert,
    ]
}
