extension Migration {
    /// The index that boards are built from names the unit too, so that a board of one unit reads no further row.
    static let rankingByUnit = Migration(
        number: 2,
        script: """
            DROP INDEX attempt_ranking;
            CREATE INDEX attempt_ranking
                ON attempt (contest, round, audience, score DESC, duration, started_at, contestant, sealed_at, unit)
                WHERE sealed_at IS NOT NULL;
            """
    )
}
