package org.leye.subsidy.grant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.leye.platform.http.imports.ImportHandler.Chunk;
import org.leye.platform.http.imports.ImportHandler.Outcome;
import org.leye.platform.http.imports.ImportHandler.Taken;

/** Lines that are compared with what is known of their source, one by one. A later line of the chunk sees the earlier. */
final class GrantChunk implements Chunk<GrantLine> {

    private final Map<Granted.Source, Granted> known;
    private final Map<String, List<String>> keysOf;
    private final GrantedTo grantedTo;
    private final Grants grants;

    /** @param keysOf names of keys by instrument; what is not in it is no instrument */
    GrantChunk(
            Map<Granted.Source, Granted> known, Map<String, List<String>> keysOf, GrantedTo grantedTo, Grants grants) {
        this.known = known;
        this.keysOf = keysOf;
        this.grantedTo = grantedTo;
        this.grants = grants;
    }

    @Override
    public Taken take(GrantLine line) {
        var content = content(line);
        var before = known.get(line.from());
        if (before == null) {
            var granted = new Granted(line.from(), content);
            grants.persist(granted);
            known.put(line.from(), granted);
            return new Taken(Outcome.CREATED, granted.id());
        }
        if (!before.saysTheSame(content)) {
            throw GrantProblem.GRANT_DIFFERS.problem();
        }
        return new Taken(Outcome.UNCHANGED, before.id());
    }

    private Granted.Content content(GrantLine line) {
        if (line.source().equals(Grants.DECISION)) {
            throw GrantProblem.GRANT_SOURCE_RESERVED.problem();
        }
        if (line.lines().stream().mapToLong(PaidLine::amountFen).sum() != line.amountFen()) {
            throw GrantProblem.GRANT_SUM_DIFFERS.problem();
        }
        var subject = grantedTo.subject(line);
        return new Granted.Content(
                line.instrument(),
                line.policyId(),
                subject,
                grantedTo.division(line, subject),
                line.basisDate(),
                line.amountFen(),
                line.lines(),
                told(line));
    }

    /** A grant without the keys of its instrument would never be found by a rule that asks for the same. */
    private Map<String, String> told(GrantLine line) {
        var keys = keysOf.get(line.instrument());
        if (keys == null) {
            throw GrantProblem.GRANT_INSTRUMENT_UNKNOWN.problem();
        }
        var told = new TreeMap<String, String>();
        if (line.told() != null) {
            line.told().forEach(fact -> told.put(fact.name(), fact.content()));
        }
        if (!told.keySet().containsAll(keys)) {
            throw GrantProblem.GRANT_KEY_MISSING.at(
                    "/told", "KEY_MISSING", "须有：%s", "Must name: %s", String.join(", ", keys));
        }
        return told;
    }
}
