extension Migration {
    /// Lists and counts of people are read from these alone, by unit and given name.
    static let lists = Migration(
        number: 10,
        script: """
            CREATE INDEX contestant_list
                ON contestant (contest, unit, sort_key, contestant, unit_confirmed, audience, position);
            CREATE INDEX roster_entry_list
                ON roster_entry (contest, unit, sort_key, roster_entry, roster_import, contestant, removed_at, audience);
            """
    )
}
