package org.leye.subsidy.contribution;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.imports.ImportHandler;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.outbox.Outbox;

/** Takes insured months from files: a new month is told to others, a known one is left, a changed one replaces the old. */
@ApplicationScoped
class InsuredMonthImport implements ImportHandler<InsuredMonthLine> {

    static final String KIND = "insured-months";

    private final InsuredMonths months;
    private final PersonKeys keys;
    private final Outbox outbox;

    InsuredMonthImport(InsuredMonths months, PersonKeys keys, Outbox outbox) {
        this.months = months;
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
    public Taken take(InsuredMonthLine line) {
        var person = keys.forIdNumber(line.idNumber()).value();
        var uscc = line.uscc().value();
        var stored = line.kinds().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        var key = person + "/" + line.month() + "/" + uscc;
        var known = months.find(person, line.month(), uscc);
        if (known.isPresent() && known.get().says(stored, line.baseFen())) {
            return new Taken(Outcome.UNCHANGED, key);
        }
        known.ifPresent(month -> {
            month.withdraw();
            // The index allows one open row a month: the old one must be closed before the new one is there.
            months.flush();
        });
        var recorded = new InsuredMonth(person, line.month(), uscc, stored, line.baseFen());
        months.persist(recorded);
        outbox.append(recorded.tell());
        return new Taken(known.isPresent() ? Outcome.UPDATED : Outcome.CREATED, key);
    }
}
