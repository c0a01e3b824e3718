package org.leye.subsidy.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.platform.http.imports.ImportHandler.Chunk;
import org.leye.platform.http.imports.ImportHandler.Outcome;
import org.leye.platform.http.imports.ImportHandler.Taken;
import org.leye.platform.outbox.Outbox;
import org.leye.subsidy.contribution.InsuredMonthTable.MonthKey;
import org.leye.subsidy.contribution.InsuredMonthTable.MonthRow;

/** Lines that are compared with what is known one by one, and written at once. A later line of the chunk sees the earlier. */
final class InsuredMonthChunk implements Chunk<InsuredMonthLine> {

    private final Map<MonthKey, MonthRow> known;
    private final Map<InsuredMonthLine, MonthKey> keyOf;
    private final InsuredMonthTable table;
    private final Outbox outbox;
    private final List<MonthRow> added = new ArrayList<>();
    private final List<MonthRow> replaced = new ArrayList<>();
    private final List<InsuredMonthRecorded> told = new ArrayList<>();

    InsuredMonthChunk(
            Map<MonthKey, MonthRow> known,
            Map<InsuredMonthLine, MonthKey> keyOf,
            InsuredMonthTable table,
            Outbox outbox) {
        this.known = known;
        this.keyOf = keyOf;
        this.table = table;
        this.outbox = outbox;
    }

    @Override
    public Taken take(InsuredMonthLine line) {
        var key = Objects.requireNonNull(keyOf.get(line), "a line of another chunk");
        var name = key.person() + "/" + key.month() + "/" + key.uscc();
        var kinds = line.kinds().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        var row = new MonthRow(null, key, kinds, line.baseFen());
        var before = known.get(key);
        if (before != null && before.saysTheSame(row)) {
            return new Taken(Outcome.UNCHANGED, name);
        }
        if (before != null) {
            replaced.add(before);
        }
        known.put(key, row);
        added.add(row);
        told.add(key.recorded(kinds));
        return new Taken(before == null ? Outcome.CREATED : Outcome.UPDATED, name);
    }

    @Override
    public void end() {
        table.write(replaced, added);
        told.forEach(outbox::append);
    }
}
