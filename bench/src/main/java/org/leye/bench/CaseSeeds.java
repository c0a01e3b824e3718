package org.leye.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Cases as milestones of referrals open them, many at once by SQL: each about another worker and broker, with the insured month
 * that it needs. The numbers in their ids count on.
 */
final class CaseSeeds {

    static final String PREFIX = "case_bench";
    private static final String ID = "'" + PREFIX + "' || lpad(n::text, 8, '0')";
    private static final String USCC = "91990099MA0000001";

    private final Connection database;

    CaseSeeds(Connection database) {
        this.database = database;
    }

    /** Cases that wait for their evaluation. */
    void toEvaluate(int first, int count) throws SQLException {
        run("""
                insert into subsidy_case (id, version, instrument, beneficiary, subject, source_reference, division,
                                          basis_date, grounds, status, opened_on)
                select %1$s, 0, 'BROKER_REFERRAL_REWARD', person('b', n), person('w', n),
                       'ref_bench' || n || '/INSURED_1', '330282111', '2024-02-01',
                       jsonb_build_object('referralId', 'ref_bench' || n, 'kind', 'APPOINTED_BROKER',
                           'referrer', person('b', n), 'referrerDivision', '330282111', 'worker', person('w', n),
                           'milestone', 'INSURED_1', 'reachedIn', '2024-02', 'referredOn', '2024-01-20',
                           'appointedOnReferralDate', true, 'firstValidReferral', true, 'relatedToEmployer', false,
                           'placementId', 'plc_bench' || n, 'placementKind', 'EMPLOYMENT', 'uscc', '%2$s',
                           'placementStart', '2024-02-05'),
                       'IN_CHECK', '2024-03-01'
                  from generate_series(%3$d, %4$d) n;
                insert into insured_month (person_key, month, uscc, kinds, base_fen)
                select person('w', n), '2024-02-01', '%2$s', 'PENSION', 481200 from generate_series(%3$d, %4$d) n
                """, ID, USCC, first, first + count - 1);
    }

    /** Cases that wait for their approval: evaluated like the first one, whose decision and step they get a copy of. */
    void toApprove(int first, int count) throws SQLException {
        toEvaluate(first, count);
        run("""
                insert into decision
                select whole.*
                  from generate_series(%2$d, %3$d) n, (select * from decision limit 1) d,
                       jsonb_populate_record(null::decision,
                           to_jsonb(d) || jsonb_build_object('id', 'dec_bench' || n, 'case_id', %1$s)) whole;
                insert into case_step (case_id, on_day, actor, action, status)
                select %1$s, s.on_day, s.actor, s.action, s.status
                  from generate_series(%2$d, %3$d) n, (select * from case_step where action = 'EVALUATE' limit 1) s;
                update subsidy_case c
                   set version = 1, status = m.status, amount_fen = m.amount_fen, checked_by = m.checked_by,
                       decision_id = 'dec_bench' || n
                  from generate_series(%2$d, %3$d) n,
                       (select * from subsidy_case where status = 'RECOMMENDED' limit 1) m
                 where c.id = %1$s
                """, ID, first, first + count - 1);
    }

    /** What a suite does in the night, done now; and no checkpoint that falls due in the middle of a run. */
    void settle() throws SQLException {
        for (var command : List.of("vacuum analyze", "checkpoint")) {
            run(command);
        }
    }

    /** The first case in this state, by id. */
    String first(String status) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select min(id) from subsidy_case where status = '" + status + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Person keys that look like others: invented, so that nobody has them. */
    void inventPersons() throws SQLException {
        run("""
                create function person(kind text, n integer) returns text language sql immutable
                return 'per_' || kind || 'bench' || lpad(n::text, 20, '0')
                """);
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(values.length == 0 ? sql : sql.formatted(values));
        }
    }
}
