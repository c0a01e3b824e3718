package org.leye.subsidy.contribution;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.imports.ImportHandler;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.outbox.Outbox;
import org.leye.subsidy.contribution.InsuredMonthTable.MonthKey;

/** Takes insured months from files: a new month is told to others, a known one is left, a changed one replaces the old. */
@ApplicationScoped
class InsuredMonthImport implements ImportHandler<InsuredMonthLine> {

    static final String KIND = "insured-months";

    private final InsuredMonthTable table;
    private final PersonKeys keys;
    private final Outbox outbox;

    InsuredMonthImport(InsuredMonthTable table, PersonKeys keys, Outbox outbox) {
        this.table = table;
        this.keys = keys;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<InsuredMonthLine> lineType() {
        return InsuredMonthLine.class;
    }

    @Override
    public Chunk<InsuredMonthLine> begin(String importId, List<InsuredMonthLine> lines) {
        var keyOf = new IdentityHashMap<InsuredMonthLine, MonthKey>();
        lines.forEach(line -> keyOf.put(line, keyOf(line)));
        var known = table.open(Set.copyOf(keyOf.values()));
        return new InsuredMonthChunk(known, keyOf, table, outbox);
    }

    private MonthKey keyOf(InsuredMonthLine line) {
        return new MonthKey(
                keys.forIdNumber(line.idNumber()).value(),
                line.month(),
                line.uscc().value());
    }
}
